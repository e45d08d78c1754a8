using CrmPortal.Book;
using CrmPortal.Conflicts;
using CrmPortal.Pages;
using CrmPortal.Problems;
using SieSmart.Runtime;

namespace CrmPortal.Editing;

/// <summary>The form of a part, saving it, and what to do when somebody else was first.</summary>
internal sealed class EditEndpoints(PartWriter writer, ProposalReader proposals, ProposalBook book)
{
    public async Task<IResult> OpenAsync(long id, IProposalPart part, CancellationToken cancellationToken)
    {
        var (proposal, etag) = await proposals.ReadAsync(id, cancellationToken);
        return ShowForm(id, part, Edit.Begin(etag, part.Read(proposal)));
    }

    public Task<IResult> SaveAsync(long id, IProposalPart part, IFormCollection form)
    {
        if (Edit.From(form, part) is not { } edit)
        {
            return Task.FromResult(Problem.FormWithoutVersion.ToPage());
        }

        var complaints = edit.Mine.Complaints(part.Fields);
        return complaints.Count > 0
            ? Task.FromResult(ShowForm(id, part, edit, complaints))
            : SaveAsync(id, part, edit, failure => ShowForm(id, part, edit, failure.FieldComplaints(), Problem.Of(failure)));
    }

    /// <summary>Saves what was chosen on the conflict page, with the ETag of the version that was shown there.</summary>
    public Task<IResult> ResolveAsync(long id, IProposalPart part, IFormCollection form)
    {
        if (Conflict.From(form, part) is not { } conflict)
        {
            return Task.FromResult(Problem.FormWithoutVersion.ToPage());
        }

        var choices = Choices.From(form, part);
        if (choices.Undecided(conflict, part) is { Count: > 0 } undecided)
        {
            return Task.FromResult(ShowConflict(id, part, conflict, choices, undecided));
        }

        var edit = choices.Apply(conflict, part);
        return edit.ChangesNothing(part)
            ? Task.FromResult(Notice.TheirsKept.Redirect($"/proposals/{id}"))
            : SaveAsync(id, part, edit, failure => failure is RequestRejectedException
                ? ShowForm(id, part, edit, failure.FieldComplaints(), Problem.Of(failure))
                : ShowConflict(id, part, conflict, choices, problem: Problem.Of(failure)));
    }

    /// <summary>After a save whose outcome is unknown: shows what is there now, beside what should be.</summary>
    public async Task<IResult> LookAsync(long id, IProposalPart part, IFormCollection form, CancellationToken cancellationToken)
    {
        if (Edit.From(form, part) is not { } edit)
        {
            return Problem.FormWithoutVersion.ToPage();
        }

        var (proposal, etag) = await proposals.ReadAsync(id, cancellationToken);
        return Compare(id, part, new Conflict(etag, edit.Seen, edit.Mine, part.Read(proposal), Occasion.Doubt));
    }

    private async Task<IResult> SaveAsync(long id, IProposalPart part, Edit edit, Func<SieSmartException, IResult> showFailure)
    {
        if (edit.ChangesNothing(part))
        {
            return Notice.NothingToSave.Redirect($"/proposals/{id}");
        }

        try
        {
            await writer.WriteAsync(id, part, edit);
            return Notice.Saved.Redirect($"/proposals/{id}");
        }
        catch (PreconditionFailedException refusal)
        {
            return await ShowTheirsAsync(id, part, edit, refusal, showFailure);
        }
        catch (OutcomeUnknownException doubt)
        {
            return Page.Show<OutcomePage>(new { Id = id, Part = part, Edit = edit, doubt.TraceId }, StatusCodes.Status502BadGateway);
        }
        catch (ResourceNotFoundException)
        {
            throw;
        }
        catch (SieSmartException failure)
        {
            return showFailure(failure);
        }
    }

    private async Task<IResult> ShowTheirsAsync(long id, IProposalPart part, Edit edit, PreconditionFailedException refusal, Func<SieSmartException, IResult> showFailure)
    {
        try
        {
            var (proposal, etag) = await proposals.ReadAsync(id, CancellationToken.None);
            return Compare(id, part, new Conflict(etag, edit.Seen, edit.Mine, part.Read(proposal), Occasion.Refusal, refusal.TraceId));
        }
        catch (SieSmartException failure) when (failure is not ResourceNotFoundException)
        {
            return showFailure(failure);
        }
    }

    private static IResult Compare(long id, IProposalPart part, Conflict conflict) => conflict.Fields(part).Any(field => field.Differs)
        ? ShowConflict(id, part, conflict, Choices.Suggested(conflict, part))
        : Notice.FoundSaved.Redirect($"/proposals/{id}");

    private IResult ShowForm(long id, IProposalPart part, Edit edit, IReadOnlyDictionary<string, string>? complaints = null, Problem? problem = null) =>
        Page.Show<EditPage>(
            new { Entry = book.Find(id), Id = id, Part = part, Edit = edit, Complaints = complaints ?? new Dictionary<string, string>(), Problem = problem },
            problem?.StatusCode ?? (complaints is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity),
            problem?.RetryAfter);

    private static IResult ShowConflict(long id, IProposalPart part, Conflict conflict, Choices choices, IReadOnlyList<Field>? undecided = null, Problem? problem = null) =>
        Page.Show<ConflictPage>(
            new { Id = id, Part = part, Conflict = conflict, Choices = choices, Undecided = undecided ?? [], Problem = problem },
            problem?.StatusCode ?? StatusCodes.Status409Conflict,
            problem?.RetryAfter);
}
