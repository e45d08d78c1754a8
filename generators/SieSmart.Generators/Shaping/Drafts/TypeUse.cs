using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A use of a type whose name may not be final.</summary>
/// <param name="Kind">How it is read and written.</param>
/// <param name="Declaration">The generated type; null for all others.</param>
/// <param name="IsCollection">Whether a list of it is meant.</param>
/// <param name="MayBeText">Whether it is a number that the wire may have in a text as well.</param>
/// <param name="IsMixed">Whether items of other types may be in the list.</param>
internal sealed record TypeUse(TypeKind Kind, TypeDraft? Declaration = null, bool IsCollection = false, bool MayBeText = false, bool IsMixed = false)
{
    public static readonly TypeUse String = new(TypeKind.String);
    public static readonly TypeUse Stream = new(TypeKind.Stream);
    public static readonly TypeUse Untyped = new(TypeKind.Untyped);

    /// <summary>A list of it; lists of lists and of unknown things have no type.</summary>
    public TypeUse ToCollection() => IsCollection || Kind == TypeKind.Untyped ? Untyped : this with { IsCollection = true };

    /// <summary>The finished reference.</summary>
    public TypeReference Freeze() => new(Kind, Declaration?.FullName, IsCollection, MayBeText, IsMixed);
}
