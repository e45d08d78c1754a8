namespace SpecDiff.Wire;

/// <summary>What has another name and is the same otherwise: new names by old ones.</summary>
/// <param name="Types">Full names of C# types.</param>
/// <param name="Schemas">Names of schemas.</param>
internal sealed record NewNames(IReadOnlyDictionary<string, string> Types, IReadOnlyDictionary<string, string> Schemas);
