using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SpecDiff.Wire;

/// <summary>A property of a schema.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record WireProperty(TextPosition Position, DocumentNode Schema);
