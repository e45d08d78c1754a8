using System.Globalization;
using CrmPortal.Pages;
using CrmPortal.Problems;
using SieSmart;
using SieSmart.Runtime;

namespace CrmPortal.Book;

/// <summary>The table, a proposal, and what to do about entries that are gone or in doubt.</summary>
internal static class BookEndpoints
{
    public static void MapBook(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (ProposalBook book, string? notice) =>
            Page.Show<ListPage>(new { Entries = book.List(), Notice = Notice.Find(notice) }));
        routes.MapGet("/proposals/{id:long}", ShowAsync);
        routes.MapPost("/proposals/{id:long}/removal", Remove);
        routes.MapPost("/proposals/{id:long}/sameness", AcceptAsync);
        routes.MapGet("/drafts/{draft:guid}", (Guid draft, ProposalBook book) =>
            book.Find(draft) is { State: EntryState.Unknown } entry
                ? Page.Show<DoubtPage>(new { Entry = entry })
                : Results.LocalRedirect("~/"));
        routes.MapPost("/drafts/{draft:guid}/number", SetNumberAsync);
        routes.MapPost("/drafts/{draft:guid}/removal", RemoveDraft);
    }

    private static async Task<IResult> ShowAsync(long id, string? notice, ProposalBook book, ProposalReader proposals, CancellationToken cancellationToken)
    {
        if (book.Find(id) is null)
        {
            return Problem.NotInTheBook(id).ToPage();
        }

        var proposal = await proposals.ReadAsync(id, cancellationToken);
        return Page.Show<ProposalPage>(new { Id = id, Proposal = proposal.Value, Notice = Notice.Find(notice) });
    }

    private static IResult Remove(long id, IFormCollection form, ProposalBook book)
    {
        if (book.Find(id) is { } entry)
        {
            book.Remove(entry.Draft);
        }

        return Notice.Removed.Redirect("/");
    }

    /// <summary>Takes what SieSmart has for the proposal of the book, since a person says so.</summary>
    private static async Task<IResult> AcceptAsync(long id, IFormCollection form, ProposalBook book, SieSmartClient client, CancellationToken cancellationToken)
    {
        if (book.Find(id) is not null)
        {
            var proposal = await client.Proposals[id].GetAsync(cancellationToken: cancellationToken);
            book.Note(proposal.Value);
        }

        return Results.LocalRedirect($"~/proposals/{id}");
    }

    private static async Task<IResult> SetNumberAsync(Guid draft, IFormCollection form, ProposalBook book, SieSmartClient client, CancellationToken cancellationToken)
    {
        if (book.Find(draft) is not { State: EntryState.Unknown } entry)
        {
            return Results.LocalRedirect("~/");
        }

        var text = form["number"].ToString().Trim();
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return Ask("Enter the proposal's number, in digits.");
        }

        try
        {
            var found = await client.Proposals[id].GetAsync(cancellationToken: cancellationToken);
            if (book.Find(id) is { } other && ProposalSummary.Of(found.Value).IsOf(other))
            {
                return Ask($"Proposal {id} is in your table already.");
            }

            book.Complete(draft, found.Value);
            return Notice.Found.Redirect($"/proposals/{id}");
        }
        catch (ResourceNotFoundException)
        {
            return Ask($"SieSmart has no proposal {id}.");
        }

        IResult Ask(string complaint) => Page.Show<DoubtPage>(new { Entry = entry, Number = text, Complaint = complaint }, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult RemoveDraft(Guid draft, IFormCollection form, ProposalBook book)
    {
        if (book.Find(draft) is { State: EntryState.Unknown or EntryState.Gone })
        {
            book.Remove(draft);
        }

        return Notice.Removed.Redirect("/");
    }
}
