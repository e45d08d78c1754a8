using CrmPortal.Decisions;
using CrmPortal.Offices;
using CrmPortal.Pages;
using CrmPortal.Problems;
using CrmPortal.SigningIn;
using SieSmart;
using SieSmart.Client;
using SieSmart.Runtime;

namespace CrmPortal.Book;

/// <summary>The table, a proposal, and what to do about entries that are gone or in doubt.</summary>
internal static class BookEndpoints
{
    // Each look is a request, and a hundred in a minute are all that there are.
    private const int MostLooks = 20;

    public static void MapBook(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (ProposalBook book, string? notice) =>
            Page.Show<ListPage>(new { Entries = book.List(), Notice = Notice.Find(notice) }));
        routes.MapGet("/proposals/{id:long}", ShowAsync);
        routes.MapPost("/decisions", LookForDecisionsAsync);
        routes.MapPost("/proposals/{id:long}/removal", Remove);
        routes.MapPost("/proposals/{id:long}/sameness", AcceptAsync);
        routes.MapGet("/drafts/{draft:guid}", (Guid draft, ProposalBook book) =>
            book.Find(draft) is { State: EntryState.Unknown } entry
                ? Page.Show<DoubtPage>(new { Entry = entry })
                : Results.LocalRedirect("~/"));
        routes.MapPost("/drafts/{draft:guid}/number", SetNumberAsync);
        routes.MapPost("/drafts/{draft:guid}/removal", RemoveDraft);
    }

    private static async Task<IResult> ShowAsync(
        long id,
        string? notice,
        ProposalBook book,
        ProposalReader proposals,
        SalesContactChoices contacts,
        OfficeListReader lists,
        CancellationToken cancellationToken)
    {
        if (book.Find(id) is null)
        {
            return Problem.NotInTheBook(id).ToPage();
        }

        var session = await proposals.OpenAsync(id, cancellationToken);
        var proposal = session.Current;

        // At once: near the limit each of them may wait for its turn.
        var contact = contacts.FindAsync(proposal.OfficeId, proposal.SalesContactId);
        var office = lists.ReadOrNoneAsync(proposal.OfficeId);
        return Page.Show<ProposalPage>(new
        {
            Id = id,
            Entry = book.Find(id),
            Proposal = proposal,
            Standing = Standing.Of(session.DecisionStatus),
            Contact = await contact,
            Lists = await office,
            Notice = Notice.Find(notice),
        });
    }

    /// <summary>Reads those proposals again that wait for a decision, the newest first.</summary>
    private static async Task<IResult> LookForDecisionsAsync(IFormCollection form, ProposalBook book, ProposalReader proposals, CancellationToken cancellationToken)
    {
        var waiting = book.List().Where(entry => entry is { ProposalId: not null, Seen.Decision: not null } && new DecisionStatus(entry.Seen.Decision).IsWaiting);
        foreach (var entry in waiting.Take(MostLooks))
        {
            try
            {
                await proposals.OpenAsync(entry.ProposalId!.Value, cancellationToken);
            }
            catch (Exception failure) when (failure is ResourceNotFoundException or AnotherProposalException)
            {
                // The row says so when it is opened.
            }
        }

        return Notice.Looked.Redirect("/");
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
            var session = await client.OpenProposalAsync(new ProposalId(id), cancellationToken);
            book.Note(session.Current);
        }

        return Results.LocalRedirect($"~/proposals/{id}");
    }

    private static async Task<IResult> SetNumberAsync(Guid draft, IFormCollection form, ProposalBook book, SieSmartClient client, Viewer viewer, CancellationToken cancellationToken)
    {
        if (book.Find(draft) is not { State: EntryState.Unknown } entry)
        {
            return Results.LocalRedirect("~/");
        }

        var text = form["number"].ToString().Trim();
        if (!ProposalId.TryParse(text, out var id))
        {
            return Ask("Enter the proposal’s number, in digits.");
        }

        try
        {
            var found = (await client.OpenProposalAsync(id, cancellationToken)).Current;
            if (book.Find(id.Value) is { } other && ProposalSummary.Of(found).IsOf(other))
            {
                return Ask($"Proposal {id} is in your table already.");
            }

            book.Complete(draft, found);
            book.Note(found, viewer.User);
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
