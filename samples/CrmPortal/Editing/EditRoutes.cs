using CrmPortal.Book;
using CrmPortal.Problems;

namespace CrmPortal.Editing;

internal static class EditRoutes
{
    public static void MapEditing(this IEndpointRouteBuilder routes)
    {
        // Reading the form is also what makes ASP.NET Core insist on the antiforgery token.
        var parts = routes.MapGroup("/proposals/{id:long}/{key}").AddEndpointFilter(RequireKnownAsync);
        parts.MapGet("/", (long id, string key, EditEndpoints editing, CancellationToken cancellationToken) => editing.OpenAsync(id, Part(key), cancellationToken));
        parts.MapPost("/", (long id, string key, IFormCollection form, EditEndpoints editing) => editing.SaveAsync(id, Part(key), form));
        parts.MapPost("/conflict", (long id, string key, IFormCollection form, EditEndpoints editing) => editing.ResolveAsync(id, Part(key), form));
        parts.MapPost("/look", (long id, string key, IFormCollection form, EditEndpoints editing, CancellationToken cancellationToken) => editing.LookAsync(id, Part(key), form, cancellationToken));
    }

    private static IProposalPart Part(string key) => ProposalParts.Find(key)!;

    private static async ValueTask<object?> RequireKnownAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var id = context.GetArgument<long>(0);
        if (ProposalParts.Find(context.GetArgument<string>(1)) is null)
        {
            return Problem.NoSuchPage.ToPage();
        }

        return context.HttpContext.RequestServices.GetRequiredService<ProposalBook>().Find(id) is null
            ? Problem.NotInTheBook(id).ToPage()
            : await next(context);
    }
}
