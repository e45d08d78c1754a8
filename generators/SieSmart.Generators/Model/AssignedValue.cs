namespace SieSmart.Generators.Model;

/// <summary>What a constructor assigns to a property, of the class itself or of a base.</summary>
/// <param name="PropertyName">The C# name of the property.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">The value.</param>
internal sealed record AssignedValue(string PropertyName, TypeReference Type, DefaultValue Value);
