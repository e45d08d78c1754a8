namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A value that stands for a class.</summary>
/// <param name="PropertyName">The property that has it, as the wire calls it.</param>
/// <param name="Value">The value.</param>
/// <param name="IsOfBase">Whether the discriminator is that of a base, or of the class itself; else it is a union's.</param>
internal sealed record DiscriminatorValue(string PropertyName, string Value, bool IsOfBase);
