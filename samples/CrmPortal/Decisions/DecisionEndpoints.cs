using System.Net.Mime;
using CrmPortal.Book;
using CrmPortal.Conflicts;
using CrmPortal.Offices;
using CrmPortal.Pages;
using CrmPortal.Problems;
using CrmPortal.SigningIn;
using SieSmart.Client;
using SieSmart.Runtime;

namespace CrmPortal.Decisions;

/// <summary>Whether a proposal is ready, submitting it, waiting for the decision, and its document.</summary>
internal sealed class DecisionEndpoints(ProposalReader proposals, ProposalBook book, OfficeListReader lists, Viewer viewer)
{
    // An automatic decision comes at once, and a person looks at the page meanwhile: near the limit, the reads wait for their turn, too.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder routes)
    {
        var proposal = routes.MapGroup("/proposals/{id:long}").AddEndpointFilter<KnownProposalFilter>();
        proposal.MapGet("/submission", CheckAsync);
        proposal.MapPost("/submission", SubmitAsync);
        proposal.MapPost("/decision", WaitAsync);
        proposal.MapGet("/decision-document", DownloadAsync);
    }

    private async Task<IResult> CheckAsync(long id, CancellationToken cancellationToken)
    {
        var session = await proposals.OpenAsync(id, cancellationToken);
        return await ShowAsync(session, Submission.Begin(session));
    }

    private async Task<IResult> SubmitAsync(long id, IFormCollection form)
    {
        if (Submission.From(form) is not { } submission)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        var session = await proposals.OpenAsync(id, CancellationToken.None);

        // The session submits what it has read. The person vouches for what they have seen.
        if (session.Version != submission.Seen)
        {
            return await ShowChangedAsync(session, submission);
        }

        try
        {
            await session.SubmitForDecisionAsync(submission.ToRequest(), CancellationToken.None);
            book.Note(session.Current, viewer.User);
            return Notice.Submitted.Redirect($"/proposals/{id}");
        }
        catch (PreconditionFailedException)
        {
            await session.ReadAsync(CancellationToken.None);
            return await ShowChangedAsync(session, submission);
        }
        catch (Exception doubt) when (doubt is OutcomeUnknownException or ResponseUnreadableException)
        {
            // The page that comes next shows whether it is submitted: nothing is sent again by itself.
            return Notice.MayBeSubmitted.Redirect($"/proposals/{id}");
        }
        catch (SieSmartException failure) when (failure is not ResourceNotFoundException)
        {
            return await ShowAsync(session, submission, problem: Problem.Of(failure));
        }
    }

    /// <summary>Waits a little for a decision: at bulk priority, so that nobody who saves something has to wait for this.</summary>
    private async Task<IResult> WaitAsync(long id, IFormCollection form, CancellationToken cancellationToken)
    {
        var session = await proposals.OpenAsync(id, cancellationToken);
        var status = await session.WaitForDecisionAsync(LongestWait, cancellationToken: cancellationToken);
        book.Note(session.Current);
        return (status.IsWaiting ? Notice.NotDecided : Notice.Decided).Redirect($"/proposals/{id}");
    }

    private async Task<IResult> DownloadAsync(long id, CancellationToken cancellationToken)
    {
        var session = await proposals.OpenAsync(id, cancellationToken);
        return session.DecisionStatus.IsDecided
            ? Results.Stream(await session.DownloadDecisionDocumentAsync(cancellationToken), MediaTypeNames.Application.Pdf, $"decision-{id}.pdf")
            : Notice.NotDecided.Redirect($"/proposals/{id}");
    }

    private Task<IResult> ShowChangedAsync(ProposalSession session, Submission submission)
    {
        var change = OthersChange.Of(session, submission.Parts, book);
        return ShowAsync(session, submission with { Seen = session.Version, Parts = SeenParts.Of(session.Current) }, change);
    }

    private async Task<IResult> ShowAsync(ProposalSession session, Submission submission, OthersChange? change = null, Problem? problem = null)
    {
        var id = session.Id.Value;
        var check = problem is null ? await session.CheckBeforeDecisionAsync(CancellationToken.None) : null;
        return Page.Show<SubmissionPage>(
            new
            {
                Id = id,
                Entry = book.Find(id),
                Proposal = session.Current,
                Lists = await lists.ReadOrNoneAsync(session.Current.OfficeId),
                Submission = submission,
                IsAllowed = check?.RequestAllowed ?? problem is not null,
                Obstacles = (check?.PreconditionViolations ?? []).Select(Obstacle.Of).ToList(),
                Change = change,
                Problem = problem,
            },
            problem?.StatusCode ?? (change is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict),
            problem?.RetryAfter);
    }
}
