using CrmPortal.Conflicts;
using SieSmart.Client;
using SieSmart.Runtime;

namespace CrmPortal.Editing;

/// <summary>What a person made of what they saw.</summary>
/// <param name="ETag">The version that they saw, byte for byte. It travels through the browser in the form.</param>
/// <param name="Parts">What the parts of that version said.</param>
/// <param name="Seen">What the fields of this part held.</param>
/// <param name="Mine">What they should hold.</param>
public sealed record Edit(ETag ETag, SeenParts Parts, FieldValues Seen, FieldValues Mine)
{
    public const string ETagInput = "etag";
    public const string SeenPrefix = "seen";
    public const string MinePrefix = "mine";

    public static Edit Begin(ProposalSession session, IProposalPart part)
    {
        var seen = part.Read(session.Current);
        return new Edit(session.Version, SeenParts.Of(session.Current), seen, seen);
    }

    /// <summary>Takes an edit from the form that it was typed into; null if that carries no ETag, and so can't be saved safely.</summary>
    public static Edit? Typed(IFormCollection form, IProposalPart part) =>
        From(form, part, FieldValues.Typed(form, MinePrefix, part.Fields));

    /// <summary>Takes an edit from a page that carried it along; null if that carries no ETag.</summary>
    public static Edit? Carried(IFormCollection form, IProposalPart part) =>
        From(form, part, FieldValues.Carried(form, MinePrefix, part.Fields));

    public bool ChangesNothing(IProposalPart part) => part.Fields.All(field => Seen[field] == Mine[field]);

    private static Edit? From(IFormCollection form, IProposalPart part, FieldValues mine) => ETag.TryParse(form[ETagInput], out var etag)
        ? new Edit(etag, SeenParts.From(form), FieldValues.Carried(form, SeenPrefix, part.Fields), mine)
        : null;
}
