using CrmPortal.Book;
using CrmPortal.Conflicts;
using CrmPortal.Offices;
using CrmPortal.Pages;
using CrmPortal.Problems;
using CrmPortal.SigningIn;
using SieSmart.Client;
using SieSmart.Runtime;

namespace CrmPortal.Editing;

/// <summary>The form of a part, saving it, and what to do when somebody else was first.</summary>
internal sealed class EditEndpoints(ProposalReader proposals, ProposalBook book, OfficeListReader lists, Viewer viewer)
{
    public async Task<IResult> OpenAsync(long id, IProposalPart part, CancellationToken cancellationToken)
    {
        var session = await proposals.OpenAsync(id, cancellationToken);
        return await ShowFormAsync(id, part, Edit.Begin(session, part));
    }

    public async Task<IResult> SaveAsync(long id, IProposalPart part, IFormCollection form)
    {
        if (Edit.Typed(form, part) is not { } edit)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        return edit.Mine.Complaints(part.Fields) is { Count: > 0 } complaints
            ? await ShowFormAsync(id, part, edit, complaints)
            : await SaveAsync(id, part, edit, failure => ShowFormAsync(id, part, edit, failure.FieldComplaints(part.Fields), Problem.Of(failure, shown: part.Fields)));
    }

    /// <summary>Saves what was chosen on the conflict page, with the ETag of the version that was shown there.</summary>
    public async Task<IResult> ResolveAsync(long id, IProposalPart part, IFormCollection form)
    {
        if (Conflict.From(form, part) is not { } conflict)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        var choices = Choices.From(form, part);
        if (choices.Undecided(conflict, part) is { Count: > 0 } undecided)
        {
            return await ShowConflictAsync(id, part, conflict, choices, undecided);
        }

        var edit = choices.Apply(conflict, part);
        return edit.ChangesNothing(part)
            ? Notice.TheirsKept.Redirect($"/proposals/{id}")
            : await SaveAsync(id, part, edit, failure => failure is RequestRejectedException
                ? ShowFormAsync(id, part, edit, failure.FieldComplaints(part.Fields), Problem.Of(failure, shown: part.Fields))
                : ShowConflictAsync(id, part, conflict, choices, problem: Problem.Of(failure)));
    }

    /// <summary>After a save whose outcome is unknown: shows what is there now, beside what should be.</summary>
    public async Task<IResult> LookAsync(long id, IProposalPart part, IFormCollection form, CancellationToken cancellationToken)
    {
        if (Edit.Carried(form, part) is not { } edit)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        return await CompareAsync(part, edit, await proposals.OpenAsync(id, cancellationToken), Occasion.Doubt);
    }

    private async Task<IResult> SaveAsync(long id, IProposalPart part, Edit edit, Func<SieSmartException, Task<IResult>> showFailure)
    {
        if (edit.ChangesNothing(part))
        {
            return Notice.NothingToSave.Redirect($"/proposals/{id}");
        }

        try
        {
            return await WriteAsync(id, part, edit);
        }
        catch (OutcomeUnknownException doubt)
        {
            var entry = book.Find(id);
            return Page.Show<OutcomePage>(
                new { Id = id, Entry = entry, Part = part, Edit = edit, Lists = await lists.ReadOrNoneAsync(entry?.OfficeId), doubt.TraceId },
                StatusCodes.Status502BadGateway);
        }
        catch (ResponseUnreadableException)
        {
            // It was saved; only the answer is of no use. The next page reads the proposal anyway.
            return Notice.Saved.Redirect($"/proposals/{id}");
        }
        catch (AnotherProposalException found)
        {
            return await ShowGoneAsync(part, edit, Problem.AnotherProposal(found));
        }
        catch (ResourceNotFoundException gone)
        {
            return await ShowGoneAsync(part, edit, Problem.Of(gone, id));
        }
        catch (SieSmartException failure)
        {
            return await showFailure(failure);
        }
    }

    private async Task<IResult> WriteAsync(long id, IProposalPart part, Edit edit)
    {
        // A browser that goes away must not break off a write: nobody would know its outcome. The client bounds its time.
        var cancellationToken = CancellationToken.None;
        var session = await proposals.OpenAsync(id, cancellationToken);

        // The session writes on behalf of who has seen what it has read. The person has seen what the form says.
        if (session.Version != edit.ETag)
        {
            return await CompareAsync(part, edit, session, Occasion.Refusal);
        }

        try
        {
            await part.WriteAsync(session, edit, cancellationToken);
            book.Note(session.Current, viewer.User);
            return Notice.Saved.Redirect($"/proposals/{id}");
        }
        catch (PreconditionFailedException)
        {
            // Somebody was faster than this request.
            await session.ReadAsync(cancellationToken);
            return await CompareAsync(part, edit, session, Occasion.Refusal);
        }
    }

    private async Task<IResult> CompareAsync(IProposalPart part, Edit edit, ProposalSession now, Occasion occasion)
    {
        var changed = edit.Parts.ChangedIn(now.Current);
        var conflict = new Conflict(now.Version, SeenParts.Of(now.Current), changed, edit.Seen, edit.Mine, part.Read(now.Current), occasion);
        return conflict.Fields(part).Any(field => field.Differs)
            ? await ShowConflictAsync(now.Id.Value, part, conflict, Choices.Suggested(conflict, part))
            : Notice.FoundSaved.Redirect($"/proposals/{now.Id}");
    }

    private async Task<IResult> ShowFormAsync(long id, IProposalPart part, Edit edit, IReadOnlyDictionary<string, string>? complaints = null, Problem? problem = null)
    {
        var entry = book.Find(id);
        return Page.Show<EditPage>(
            new
            {
                Entry = entry,
                Id = id,
                Part = part,
                Edit = edit,
                Lists = await lists.ReadOrNoneAsync(entry?.OfficeId),
                Complaints = complaints ?? new Dictionary<string, string>(),
                Problem = problem,
            },
            problem?.StatusCode ?? (complaints is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
            problem?.RetryAfter);
    }

    private async Task<IResult> ShowConflictAsync(long id, IProposalPart part, Conflict conflict, Choices choices, IReadOnlyList<Field>? undecided = null, Problem? problem = null)
    {
        var entry = book.Find(id);
        return Page.Show<ConflictPage>(
            new
            {
                Entry = entry,
                Id = id,
                Part = part,
                Conflict = conflict,
                Change = OthersChange.Of(conflict.ETag, conflict.Changed, entry),
                Choices = choices,
                Lists = await lists.ReadOrNoneAsync(entry?.OfficeId),
                Undecided = undecided ?? [],
                Problem = problem,
            },
            problem?.StatusCode ?? StatusCodes.Status409Conflict,
            problem?.RetryAfter);
    }

    /// <summary>The proposal is gone, what was typed is not.</summary>
    private async Task<IResult> ShowGoneAsync(IProposalPart part, Edit edit, Problem problem)
    {
        var entry = book.Find(problem.GoneProposal!.Value);
        return Page.Show<GonePage>(
            new { Problem = problem, Entry = entry, Part = part, Edit = edit, Lists = await lists.ReadOrNoneAsync(entry?.OfficeId) },
            problem.StatusCode);
    }
}
