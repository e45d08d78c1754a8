using CrmPortal.Conflicts;
using CrmPortal.Editing;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;

namespace CrmPortal.Decisions;

/// <summary>What a person submits, and what they tell the underwriter.</summary>
/// <param name="Seen">The version that they saw: who submits a proposal vouches for all of it.</param>
/// <param name="Parts">What its parts said.</param>
/// <param name="Comment">A note for the underwriter.</param>
/// <param name="MayContactCustomer">Whether Siemens may contact the customer.</param>
/// <param name="MayRequestCreditData">Whether Siemens may request credit data; in the United States only.</param>
/// <param name="IsPrelease">Whether payment is wanted before the equipment is built.</param>
public sealed record Submission(ETag Seen, SeenParts Parts, string Comment, bool MayContactCustomer, bool MayRequestCreditData, bool IsPrelease)
{
    public const string CommentInput = "comment";
    public const string ContactInput = "contact";
    public const string CreditDataInput = "credit-data";
    public const string PreleaseInput = "prelease";

    public static Submission Begin(ProposalSession session) =>
        new(session.Version, SeenParts.Of(session.Current), string.Empty, MayContactCustomer: false, MayRequestCreditData: false, IsPrelease: false);

    /// <summary>Takes the form; null if it carries no version.</summary>
    public static Submission? From(IFormCollection form) => ETag.TryParse(form[Edit.ETagInput], out var seen)
        ? new Submission(
            seen,
            SeenParts.From(form),
            form[CommentInput].ToString().Trim(),
            form.ContainsKey(ContactInput),
            form.ContainsKey(CreditDataInput),
            form.ContainsKey(PreleaseInput))
        : null;

    /// <summary>The vendor's pages disagree on whether the three answers are needed, so all of them are sent.</summary>
    public DecisionRequest ToRequest() => new()
    {
        CommentToRiskAnalyst = Comment.Length > 0 ? Comment : null,
        SiemensMayContactCustomer = MayContactCustomer,
        SiemensMayRequestCreditData = MayRequestCreditData,
        Prelease = IsPrelease,
    };
}
