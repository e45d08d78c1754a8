namespace SieSmart.Generators.Model;

/// <summary>How the wire tells which of several types an object is.</summary>
/// <param name="PropertyName">The property that tells; empty if the document names none.</param>
/// <param name="Mappings">The values it takes, and the full names of the types they stand for.</param>
internal sealed record DiscriminatorModel(string PropertyName, EquatableArray<DiscriminatorMapping> Mappings);
