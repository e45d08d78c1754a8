using CrmPortal.Book;
using CrmPortal.Editing;
using CrmPortal.Pages;
using SieSmart.Runtime;

namespace CrmPortal.Problems;

/// <summary>Something that went wrong, in words for the person in front of the browser.</summary>
/// <param name="StatusCode">What the portal answers with.</param>
/// <param name="Title">What happened.</param>
/// <param name="Advice">What it means for their work, and what to do.</param>
/// <param name="TraceId">What SieSmart's support asks for.</param>
/// <param name="GoneProposal">A proposal of the book that SieSmart no longer has.</param>
/// <param name="Code">What finds it in the portal's log.</param>
public sealed record Problem(int StatusCode, string Title, string Advice, string? TraceId = null, long? GoneProposal = null, string? Code = null)
{
    /// <summary>When it is worth another try; null if that is not known, or time changes nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether <see cref="GoneProposal"/> may be the one of the book after all, which a person can say.</summary>
    public bool MayBeTheSame { get; init; }

    // What SieSmart's limit counts in, and what a person is told at most.
    private const double LongestWindow = 60;
    private const double LongestCountdown = 3600;

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

    public static Problem NotKept { get; } = new(
        StatusCodes.Status404NotFound,
        "This page is not kept any more",
        "The portal keeps what you typed for some hours, unless it is started anew. Open the proposal again.");

    public static Problem InThePortal(string code) => new(
        StatusCodes.Status500InternalServerError,
        "The portal failed",
        "This is a fault of the portal, and its log says more. If you were saving something, look at the proposal before you do it again.",
        Code: code);

    internal static Problem AnotherProposal(AnotherProposalException found) => new(
        StatusCodes.Status409Conflict,
        "This number belongs to another proposal now",
        $"Your table has {found.ProposalId} as “{found.Known.Label}” of {found.Known.Customer}, and SieSmart has something else there, which is not shown. After the test environment was emptied, numbers are given anew. If somebody has only renamed yours or its customer, say so.",
        GoneProposal: found.ProposalId)
    {
        MayBeTheSame = true,
    };

    public static Problem NotInTheBook(long id) => new(
        StatusCodes.Status404NotFound,
        "This proposal is not in your table",
        $"The portal shows the proposals that it created itself, and {id} is none of them.");

    /// <param name="failure">What happened.</param>
    /// <param name="proposalId">The proposal that it is about, if it is about one of the book.</param>
    /// <param name="shown">The fields of the page: what SieSmart says of them stands beside them, and need not be said twice.</param>
    public static Problem Of(SieSmartException failure, long? proposalId = null, IReadOnlyList<Field>? shown = null) => failure switch
    {
        RateLimitExceededException => new(
            StatusCodes.Status503ServiceUnavailable,
            "SieSmart takes no more requests for now",
            "It allows a hundred in a minute for all of us together. Nothing was changed, and what you typed is kept.",
            failure.TraceId)
        {
            RetryAfter = TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(failure.RetryAfter?.TotalSeconds ?? LongestWindow), 1, LongestCountdown)),
        },
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
            (errors.Count, string.Join(' ', errors.Where(error => error.FieldIn(shown ?? []) is null).Select(error => error.Message))) switch
            {
                (0, _) => "Nothing was changed, and it does not say why.",
                (_, { Length: 0 }) => "Nothing was changed.",
                (_, var others) => $"Nothing was changed. It says: {others}",
            },
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

    public IResult ToPage() => Page.Show<ProblemPage>(new { Problem = this }, StatusCode, RetryAfter);
}
