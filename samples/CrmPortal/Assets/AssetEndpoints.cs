using CrmPortal.Book;
using CrmPortal.Conflicts;
using CrmPortal.Offices;
using CrmPortal.Pages;
using CrmPortal.Problems;
using CrmPortal.SigningIn;
using SieSmart.Client;
using SieSmart.Runtime;

namespace CrmPortal.Assets;

/// <summary>The form that adds an asset to those that are there.</summary>
internal sealed class AssetEndpoints(ProposalReader proposals, ProposalBook book, OfficeListReader lists, Viewer viewer)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var assets = routes.MapGroup("/proposals/{id:long}/assets").AddEndpointFilter<KnownProposalFilter>();
        assets.MapGet("/", OpenAsync);
        assets.MapPost("/", AddAsync);
    }

    private async Task<IResult> OpenAsync(long id, CancellationToken cancellationToken)
    {
        var session = await proposals.OpenAsync(id, cancellationToken);
        return await ShowAsync(new AssetDraft(session.Version, SeenParts.Of(session.Current), AssetForm.Empty), session);
    }

    private async Task<IResult> AddAsync(long id, IFormCollection form)
    {
        if (AssetDraft.From(form) is not { } draft)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        // A browser that goes away must not break off a write. The client bounds its time.
        var session = await proposals.OpenAsync(id, CancellationToken.None);
        if (draft.Values.Complaints(AssetForm.Fields) is { Count: > 0 } complaints)
        {
            return await ShowAsync(draft, session, complaints);
        }

        if (session.Version != draft.Seen)
        {
            return await ShowChangedAsync(draft, session);
        }

        try
        {
            await session.AddAssetsAsync([AssetForm.Create(draft.Values)], CancellationToken.None);
            book.Note(session.Current, viewer.User);
            return Notice.Added.Redirect($"/proposals/{id}");
        }
        catch (PreconditionFailedException)
        {
            await session.ReadAsync(CancellationToken.None);
            return await ShowChangedAsync(draft, session);
        }
        catch (Exception doubt) when (doubt is OutcomeUnknownException or ResponseUnreadableException)
        {
            return Notice.MayBeAdded.Redirect($"/proposals/{id}");
        }
        catch (SieSmartException failure) when (failure is not ResourceNotFoundException)
        {
            return await ShowAsync(draft, session, failure.FieldComplaints(AssetForm.Fields), Problem.Of(failure, shown: AssetForm.Fields));
        }
    }

    /// <summary>Somebody else was first: shows what is there now. What is added after that is for this version.</summary>
    private Task<IResult> ShowChangedAsync(AssetDraft draft, ProposalSession session)
    {
        var change = OthersChange.Of(session, draft.Parts, book);
        return ShowAsync(draft with { Seen = session.Version, Parts = SeenParts.Of(session.Current) }, session, change: change);
    }

    private async Task<IResult> ShowAsync(
        AssetDraft draft,
        ProposalSession session,
        IReadOnlyDictionary<string, string>? complaints = null,
        Problem? problem = null,
        OthersChange? change = null) =>
        Page.Show<AssetPage>(
            new
            {
                Id = session.Id.Value,
                Entry = book.Find(session.Id.Value),
                Draft = draft,
                Proposal = session.Current,
                Lists = await lists.ReadOrNoneAsync(session.Current.OfficeId),
                Complaints = complaints ?? new Dictionary<string, string>(),
                Problem = problem,
                Change = change,
            },
            problem?.StatusCode ?? (change is not null ? StatusCodes.Status409Conflict : complaints is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
            problem?.RetryAfter);
}
