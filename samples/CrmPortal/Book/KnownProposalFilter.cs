using CrmPortal.Problems;

namespace CrmPortal.Book;

/// <summary>Lets only proposals of the book through: the first argument of the endpoint is the number.</summary>
internal sealed class KnownProposalFilter(ProposalBook book) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var id = context.GetArgument<long>(0);
        return book.Find(id) is null ? Problem.NotInTheBook(id).ToPage() : await next(context);
    }
}
