using CrmPortal.Book;

namespace CrmPortal.Editing;

internal static class EditRoutes
{
    public static void MapEditing(this IEndpointRouteBuilder routes)
    {
        foreach (var part in ProposalParts.All)
        {
            // Reading the form is also what makes ASP.NET Core insist on the antiforgery token.
            var pages = routes.MapGroup($"/proposals/{{id:long}}/{part.Key}").AddEndpointFilter<KnownProposalFilter>();
            pages.MapGet("/", (long id, EditEndpoints editing, CancellationToken cancellationToken) => editing.OpenAsync(id, part, cancellationToken));
            pages.MapPost("/", (long id, IFormCollection form, EditEndpoints editing) => editing.SaveAsync(id, part, form));
            pages.MapPost("/conflict", (long id, IFormCollection form, EditEndpoints editing) => editing.ResolveAsync(id, part, form));
            pages.MapPost("/look", (long id, IFormCollection form, EditEndpoints editing, CancellationToken cancellationToken) => editing.LookAsync(id, part, form, cancellationToken));
        }
    }
}
