using CrmPortal.Editing;
using SieSmart.Runtime;

namespace CrmPortal.Conflicts;

/// <summary>What a person wanted to save, beside what somebody else saved before them.</summary>
/// <param name="ETag">Their version: what is chosen now is saved with it, and refused in turn if they write once more.</param>
/// <param name="Parts">What the parts of their version say.</param>
/// <param name="Changed">The titles of the parts that they changed.</param>
/// <param name="Seen">What both began with.</param>
/// <param name="Mine">What the person wanted to save.</param>
/// <param name="Theirs">What is there now.</param>
/// <param name="Occasion">Why both are shown.</param>
public sealed record Conflict(ETag ETag, SeenParts Parts, IReadOnlyList<string> Changed, FieldValues Seen, FieldValues Mine, FieldValues Theirs, Occasion Occasion)
{
    public const string TheirsPrefix = "theirs";
    public const string OccasionInput = "occasion";
    public const string ChangedInput = "changed";

    /// <summary>Takes a conflict from the form on its page; null if the form carries no ETag.</summary>
    public static Conflict? From(IFormCollection form, IProposalPart part) => Edit.Carried(form, part) is { } edit
        ? new Conflict(
            edit.ETag,
            edit.Parts,
            [.. SeenParts.Titles.Intersect(form[ChangedInput].OfType<string>(), StringComparer.Ordinal)],
            edit.Seen,
            edit.Mine,
            FieldValues.Carried(form, TheirsPrefix, part.Fields),
            Enum.TryParse<Occasion>(form[OccasionInput], out var occasion) ? occasion : Occasion.Refusal)
        : null;

    /// <summary>Whether they left all fields alone that the person sees: nothing has to be decided then.</summary>
    public bool IsElsewhere(IProposalPart part) => Fields(part).All(field => !field.ChangedByThem);

    public IEnumerable<ComparedField> Fields(IProposalPart part) =>
        part.Fields.Select(field => new ComparedField(field, Seen[field], Mine[field], Theirs[field]));
}
