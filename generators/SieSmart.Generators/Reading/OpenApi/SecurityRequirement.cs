namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A scheme that calls need.</summary>
/// <param name="Scheme">The name of the scheme.</param>
/// <param name="Scopes">The scopes to ask for, in order.</param>
internal sealed record SecurityRequirement(string Scheme, IReadOnlyList<string> Scopes);
