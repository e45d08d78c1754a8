using CrmPortal.Editing;
using SieSmart.Runtime;

namespace CrmPortal.Conflicts;

/// <summary>What a person wanted to save, beside what somebody else saved before them.</summary>
/// <param name="ETag">Their version: what is chosen now is saved with it, and refused in turn if they write once more.</param>
/// <param name="Seen">What both began with.</param>
/// <param name="Mine">What the person wanted to save.</param>
/// <param name="Theirs">What is there now.</param>
/// <param name="Occasion">Why both are shown.</param>
/// <param name="TraceId">SieSmart's id of the request that it refused.</param>
public sealed record Conflict(ETag ETag, FieldValues Seen, FieldValues Mine, FieldValues Theirs, Occasion Occasion, string? TraceId = null)
{
    public const string TheirsPrefix = "theirs";
    public const string OccasionInput = "occasion";

    /// <summary>Takes a conflict from the form on its page; null if the form carries no ETag.</summary>
    public static Conflict? From(IFormCollection form, IProposalPart part) => Edit.From(form, part) is { } edit
        ? new Conflict(
            edit.ETag,
            edit.Seen,
            edit.Mine,
            FieldValues.From(form, TheirsPrefix, part.Fields),
            Enum.TryParse<Occasion>(form[OccasionInput], out var occasion) ? occasion : Occasion.Refusal)
        : null;

    public IEnumerable<ComparedField> Fields(IProposalPart part) =>
        part.Fields.Select(field => new ComparedField(field, Seen[field], Mine[field], Theirs[field]));
}
