using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SpecDiff.Wire;

/// <summary>An answer.</summary>
/// <param name="Position">Where the operation names it.</param>
/// <param name="Code">A status code, a range such as 4XX, or DEFAULT.</param>
/// <param name="Headers">The schemas of its headers, by their names; null where a header has none.</param>
/// <param name="Content">Its media types.</param>
internal sealed record WireResponse(TextPosition Position, string Code, IReadOnlyDictionary<string, DocumentNode?> Headers, IReadOnlyList<WireMedia> Content)
{
    /// <summary>Whether it says success.</summary>
    public bool IsSuccess => Code.StartsWith('2');

    /// <summary>Whether it brings an ETag.</summary>
    public bool HasETag => Headers.Keys.Contains("ETag", StringComparer.OrdinalIgnoreCase);
}
