namespace SieSmart.Generators.Model;

/// <summary>What only the root of all request builders has.</summary>
/// <param name="BaseUrl">The base URL to use unless the adapter has one; null if the document names no server.</param>
/// <param name="IsBaseUrlWhole">Whether requests can go there; else an address has to be set first.</param>
/// <param name="MustBeObserved">Whether the client refuses an adapter with which no ETag would be read.</param>
internal sealed record ClientModel(string? BaseUrl, bool IsBaseUrlWhole, bool MustBeObserved);
