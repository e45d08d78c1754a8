namespace SieSmart.Generators.Shaping.Types;

/// <summary>Where the type of a schema without a name of its own goes, if it needs one.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="ItemName">Its name where the schema is a list and the type that of the items.</param>
/// <param name="Enclosing">The type in which the wrapper of a union is nested; null if it stands alone.</param>
/// <param name="Owner">The class whose property it belongs to; null for a body.</param>
/// <param name="Segment">What the last segment of the path that led to it is called; null if none did.</param>
internal sealed record TypeName(
    string Namespace, string Name, string ItemName, Drafts.TypeDraft? Enclosing, Drafts.ClassDraft? Owner = null, string? Segment = null);
