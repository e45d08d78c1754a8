namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A parameter of an operation.</summary>
/// <param name="Schema">Its schema; null if it has none or describes itself by a media type.</param>
internal sealed record Parameter(
    TextPosition Position,
    string Name,
    ParameterLocation Location,
    bool IsRequired,
    bool Explode,
    Schema? Schema,
    string? Description,
    string? Deprecation);
