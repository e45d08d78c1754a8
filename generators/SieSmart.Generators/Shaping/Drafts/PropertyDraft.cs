using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A property of a class draft.</summary>
internal sealed record PropertyDraft(
    string Name,
    string WireName,
    TypeUse Type,
    bool IsReadOnly,
    Func<string?> DefaultValue,
    Documentation Documentation,
    string? Obsolete,
    bool IsInferred,
    bool IsPrimaryErrorMessage,
    bool HidesInherited)
{
    /// <summary>The finished property.</summary>
    public PropertyModel Freeze() =>
        new(Name, WireName, Type.Freeze(), IsReadOnly, DefaultValue(), Documentation, Obsolete, IsInferred, HidesInherited);
}
