using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SpecDiff.Wire;

/// <summary>A parameter.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Name">Its name; for one of the path, its number there.</param>
/// <param name="Location"><c>query</c>, <c>header</c>, <c>cookie</c> or <c>path</c>.</param>
/// <param name="IsRequired">Whether it must be sent.</param>
/// <param name="Spelling">How its value is written.</param>
/// <param name="Schema">Its schema, or null.</param>
internal sealed record WireParameter(TextPosition Position, string Name, string Location, bool IsRequired, string Spelling, DocumentNode? Schema)
{
    /// <summary>What tells it from others.</summary>
    public string Key => Location + " " + (Location == "header" ? Name.ToUpperInvariant() : Name);

    /// <summary>Whether it is the header that the guard of a write is about.</summary>
    public bool IsIfMatch => Location == "header" && string.Equals(Name, "If-Match", StringComparison.OrdinalIgnoreCase);
}
