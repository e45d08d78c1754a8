using SieSmart.Runtime;

namespace CrmPortal.Editing;

/// <summary>What a person made of what they saw.</summary>
/// <param name="ETag">The version that they saw, byte for byte. It travels through the browser in the form.</param>
/// <param name="Seen">What that version held.</param>
/// <param name="Mine">What it should hold.</param>
public sealed record Edit(ETag ETag, FieldValues Seen, FieldValues Mine)
{
    public const string ETagInput = "etag";
    public const string SeenPrefix = "seen";
    public const string MinePrefix = "mine";

    public static Edit Begin(ETag etag, FieldValues seen) => new(etag, seen, seen);

    /// <summary>Takes an edit from a form; null if the form carries no ETag, and so can't be saved safely.</summary>
    public static Edit? From(IFormCollection form, IProposalPart part) => ETag.TryParse(form[ETagInput], out var etag)
        ? new Edit(etag, FieldValues.From(form, SeenPrefix, part.Fields), FieldValues.From(form, MinePrefix, part.Fields))
        : null;

    public bool ChangesNothing(IProposalPart part) => part.Fields.All(field => Seen[field] == Mine[field]);
}
