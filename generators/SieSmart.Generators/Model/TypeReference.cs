namespace SieSmart.Generators.Model;

/// <summary>A use of a type.</summary>
/// <param name="Kind">How it is read and written.</param>
/// <param name="FullName">Namespace, enclosing types and name of a generated type, joined by dots; null for all others.</param>
/// <param name="IsCollection">Whether a list of it is meant.</param>
/// <param name="MayBeText">Whether it is a number that the wire may have in a text as well.</param>
/// <param name="IsMixed">Whether items of other types may be in the list.</param>
internal sealed record TypeReference(TypeKind Kind, string? FullName = null, bool IsCollection = false, bool MayBeText = false, bool IsMixed = false)
{
    /// <summary>Whether one value is a struct or an enum.</summary>
    public bool IsValueType => Kind is not (TypeKind.String or TypeKind.ByteArray or TypeKind.Stream or TypeKind.MultipartBody or TypeKind.Untyped or TypeKind.Object);

    /// <summary>Whether it is read and written as an object.</summary>
    public bool IsParsable => Kind is TypeKind.Object or TypeKind.Untyped;

    /// <summary>Whether texts may come in its place that it has no value for, though the document allows them, or servers newer than it send them.</summary>
    public bool IsOpen => MayBeText || Kind == TypeKind.Enum;

    /// <summary>The same type, but one of it.</summary>
    public TypeReference Element => this with { IsCollection = false };
}
