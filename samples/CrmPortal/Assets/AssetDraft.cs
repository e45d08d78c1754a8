using CrmPortal.Conflicts;
using CrmPortal.Editing;
using SieSmart.Runtime;

namespace CrmPortal.Assets;

/// <summary>An asset that somebody wants to add.</summary>
/// <param name="Seen">The version of the proposal that they saw.</param>
/// <param name="Parts">What its parts said.</param>
/// <param name="Values">What they typed.</param>
public sealed record AssetDraft(ETag Seen, SeenParts Parts, FieldValues Values)
{
    public const string Prefix = "asset";

    /// <summary>Takes the form; null if it carries no version, and so can't be saved safely.</summary>
    public static AssetDraft? From(IFormCollection form) => ETag.TryParse(form[Edit.ETagInput], out var seen)
        ? new AssetDraft(seen, SeenParts.From(form), FieldValues.Typed(form, Prefix, AssetForm.Fields))
        : null;
}
