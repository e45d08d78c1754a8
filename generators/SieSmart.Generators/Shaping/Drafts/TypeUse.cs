using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A use of a type whose name may not be final.</summary>
internal sealed record TypeUse(TypeKind Kind, TypeDraft? Declaration = null, bool IsCollection = false)
{
    public static readonly TypeUse String = new(TypeKind.String);
    public static readonly TypeUse Stream = new(TypeKind.Stream);
    public static readonly TypeUse Untyped = new(TypeKind.Untyped);

    /// <summary>A list of it; lists of lists and of unknown things have no type.</summary>
    public TypeUse ToCollection() => IsCollection || Kind == TypeKind.Untyped ? Untyped : this with { IsCollection = true };

    /// <summary>The finished reference.</summary>
    public TypeReference Freeze() => new(Kind, Declaration?.FullName, IsCollection);
}
