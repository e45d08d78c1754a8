namespace SieSmart.Generators.Model;

/// <summary>One value of a discriminator.</summary>
/// <param name="Value">The value on the wire.</param>
/// <param name="TypeFullName">The type that it stands for.</param>
internal sealed record DiscriminatorMapping(string Value, string TypeFullName);
