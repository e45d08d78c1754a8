using System.Globalization;
using CrmPortal.Pages;
using SieSmart.Runtime;

namespace CrmPortal.Problems;

/// <summary>Something that went wrong, in words for the person in front of the browser.</summary>
/// <param name="StatusCode">What the portal answers with.</param>
/// <param name="Title">What happened.</param>
/// <param name="Advice">What it means for their work, and what to do.</param>
/// <param name="TraceId">What SieSmart's support asks for.</param>
/// <param name="GoneProposal">A proposal of the book that SieSmart no longer has.</param>
public sealed record Problem(int StatusCode, string Title, string Advice, string? TraceId = null, long? GoneProposal = null)
{
    public static Problem FormWithoutVersion { get; } = new(
        StatusCodes.Status400BadRequest,
        "This form is not complete",
        "It doesn’t say which version of the proposal you saw, so it can’t be saved safely. Nothing was changed. Open the page again.");

    public static Problem FormTooOld { get; } = new(
        StatusCodes.Status400BadRequest,
        "This form can’t be taken",
        "It is too old, or does not come from this portal. Nothing was changed. Open the page again.");

    public static Problem NoSuchPage { get; } = new(
        StatusCodes.Status404NotFound,
        "There is no such page",
        "The address may be misspelled. Your proposals are in the table.");

    public static Problem InThePortal { get; } = new(
        StatusCodes.Status500InternalServerError,
        "The portal failed",
        "This is a fault of the portal, and its log says more. If you were saving something, look at the proposal before you do it again.");

    public static Problem NotInTheBook(long id) => new(
        StatusCodes.Status404NotFound,
        "This proposal is not in your table",
        $"The portal shows the proposals that it created itself, and {id} is none of them.");

    public static Problem Of(SieSmartException failure, long? proposalId = null) => failure switch
    {
        RateLimitExceededException => new(
            StatusCodes.Status503ServiceUnavailable,
            "SieSmart takes no more requests for now",
            $"It allows a hundred in a minute for all of us together. Nothing was changed. Try again in {Wait(failure.RetryAfter)}.",
            failure.TraceId),
        ResourceNotFoundException => new(
            StatusCodes.Status404NotFound,
            "SieSmart no longer has this proposal",
            "The test environment is emptied from time to time, and your table doesn’t notice. You can remove the proposal from it.",
            failure.TraceId,
            proposalId),
        PreconditionFailedException => new(
            StatusCodes.Status409Conflict,
            "Somebody else saved first",
            "Your change was not saved, and theirs is untouched. Open the form again.",
            failure.TraceId),
        OutcomeUnknownException => new(
            StatusCodes.Status502BadGateway,
            "It is not known whether this was saved",
            "The answer got lost. Look at the proposal before you do it again.",
            failure.TraceId),
        RequestRejectedException { FieldErrors: var errors } => new(
            StatusCodes.Status422UnprocessableEntity,
            "SieSmart did not accept this",
            errors.Count > 0
                ? $"Nothing was changed. It says: {string.Join("; ", errors.Select(error => $"{error.Field} {error.Message}"))}."
                : "Nothing was changed, and it does not say why.",
            failure.TraceId),
        AccessDeniedException or AuthenticationFailedException => new(
            StatusCodes.Status502BadGateway,
            "The portal may not do this",
            "SieSmart refused the portal’s credentials. Nothing was changed. Tell whoever runs the portal.",
            failure.TraceId),
        _ => new(
            StatusCodes.Status502BadGateway,
            "SieSmart can’t be reached, or doesn’t answer as it should",
            "Nothing was changed. Try again in a few minutes.",
            failure.TraceId),
    };

    public IResult ToPage() => Page.Show<ProblemPage>(new { Problem = this }, StatusCode);

    private static string Wait(TimeSpan? time) => time switch
    {
        null => "a minute",
        { TotalSeconds: <= 1 } => "a second",
        { TotalSeconds: < 100 } => $"{Math.Ceiling(time.Value.TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds",
        _ => $"{Math.Ceiling(time.Value.TotalMinutes).ToString(CultureInfo.InvariantCulture)} minutes",
    };
}
