namespace SieSmart.Generators.Model;

/// <summary>What only the root of all request builders has.</summary>
/// <param name="BaseUrl">The base URL to use unless the adapter has one; null if the document names no server.</param>
internal sealed record ClientModel(string? BaseUrl);
