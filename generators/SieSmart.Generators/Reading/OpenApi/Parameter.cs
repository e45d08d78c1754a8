using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A parameter of an operation.</summary>
/// <param name="Style">How it is spelled, or null where the document leaves that to its place.</param>
/// <param name="Explode">Whether each item or member of it is sent on its own.</param>
/// <param name="Schema">Its schema; null if it has none or describes itself by a media type.</param>
/// <param name="ContentSchema">The schema of the media type by which it describes itself, or null.</param>
/// <param name="IsReserved">Whether its value may have slashes and other reserved characters, which then stay as they are.</param>
/// <param name="AllowsReserved">Whether the document asks for reserved characters in a query to stay as they are.</param>
internal sealed record Parameter(
    TextPosition Position,
    string Name,
    ParameterLocation Location,
    bool IsRequired,
    string? Style,
    bool Explode,
    Schema? Schema,
    Schema? ContentSchema,
    bool IsReserved,
    bool AllowsReserved,
    string? Description,
    string? Deprecation)
{
    /// <summary>What its C# name is made of.</summary>
    public string Title { get; init; } = Name;

    /// <summary>Values that it shows people.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
