using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A response of an operation.</summary>
/// <param name="Code">A status code, a range such as 4XX, or default.</param>
/// <param name="Headers">The names of its headers.</param>
/// <param name="IsShared">Whether it stands elsewhere, and the operation refers to it.</param>
internal sealed record Response(string Code, IReadOnlyList<MediaType> Content, IReadOnlyCollection<string> Headers, bool IsShared)
{
    /// <summary>Where the operation names it.</summary>
    public TextPosition Position { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether it declares an entity tag.</summary>
    public bool HasETag => Headers.Contains("ETag", StringComparer.OrdinalIgnoreCase);
}
