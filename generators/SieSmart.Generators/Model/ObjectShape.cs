namespace SieSmart.Generators.Model;

/// <summary>What tells an object from others: the members that its schema names, its bases' included.</summary>
internal sealed record ObjectShape(EquatableArray<ShapeMember> Members);
