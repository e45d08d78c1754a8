using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.JsonPaths;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Overlays;

/// <summary>An action of an overlay.</summary>
/// <param name="Position">Where its target is named.</param>
/// <param name="Target">What it is about, as written.</param>
/// <param name="Path">The same, read.</param>
/// <param name="Update">What is merged into what is found; null for an action that removes it.</param>
internal sealed record OverlayAction(TextPosition Position, string Target, JsonPath Path, DocumentNode? Update);
