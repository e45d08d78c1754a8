namespace SieSmart.Generators.Model;

/// <summary>A way from one request builder to the next.</summary>
/// <param name="Name">The property or method; empty for an indexer.</param>
/// <param name="BuilderFullName">Where it leads.</param>
/// <param name="Parameters">What it takes: nothing for a property, one for an indexer, some for a method.</param>
/// <param name="TakesText">Whether callers of older clients may index it by a string although its parameter is none.</param>
/// <param name="Documentation">What it is.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
/// <param name="HidesInherited">Whether it hides what all objects have.</param>
internal sealed record NavigationModel(
    string Name,
    string BuilderFullName,
    EquatableArray<ParameterModel> Parameters,
    bool TakesText,
    Documentation Documentation,
    string? Obsolete,
    bool HidesInherited);
