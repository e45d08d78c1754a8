using SieSmart.Generators.Reading.Syntax;

namespace SpecDiff.Wire;

/// <summary>A media type of a body.</summary>
/// <param name="Name">Its name in lower case, without blanks.</param>
/// <param name="Schema">Its schema, or null.</param>
internal sealed record WireMedia(string Name, DocumentNode? Schema);
