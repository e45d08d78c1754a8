using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A property of a class draft.</summary>
internal sealed record PropertyDraft(
    string Name,
    string WireName,
    TypeUse Type,
    bool IsReadOnly,
    DefaultValue? Default,
    Documentation Documentation,
    string? Obsolete,
    bool IsInferred,
    bool IsPrimaryErrorMessage,
    bool HidesInherited,
    bool KeepsOthers,
    bool KeepsOthersAside)
{
    /// <summary>How a text is assigned to it: as it is, or as the name of an enum's member; null if it can't be.</summary>
    public string? ValueOf(string text) => Type switch
    {
        { Kind: TypeKind.String } => text,
        { Kind: TypeKind.Enum, Declaration: EnumDraft draft } => draft.Members.FirstOrDefault(member => member.WireName == text)?.Name,
        _ => null,
    };

    /// <summary>The finished property.</summary>
    public PropertyModel Freeze() =>
        new(Name, WireName, Type.Freeze(), IsReadOnly, Default, Documentation, Obsolete, IsInferred, HidesInherited, KeepsOthers, KeepsOthersAside);
}
