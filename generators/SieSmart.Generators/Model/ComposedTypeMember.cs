namespace SieSmart.Generators.Model;

/// <summary>One alternative of a union.</summary>
/// <param name="Name">The name of the wrapper's property.</param>
/// <param name="Type">Its type.</param>
internal sealed record ComposedTypeMember(string Name, TypeReference Type);
