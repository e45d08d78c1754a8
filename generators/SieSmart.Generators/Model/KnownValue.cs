namespace SieSmart.Generators.Model;

/// <summary>A known value of a string whose list of values is open.</summary>
/// <param name="Name">The name of the constant.</param>
/// <param name="Value">The value on the wire.</param>
internal sealed record KnownValue(string Name, string Value);
