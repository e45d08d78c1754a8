namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>The body of a request.</summary>
internal sealed record RequestBody(string? Description, IReadOnlyList<MediaType> Content);
