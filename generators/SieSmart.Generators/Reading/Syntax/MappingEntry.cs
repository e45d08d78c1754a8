using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A key and its value.</summary>
/// <param name="Position">Where the key stands.</param>
/// <param name="Name">The key's text.</param>
/// <param name="Value">The value.</param>
internal readonly record struct MappingEntry(TextPosition Position, string Name, DocumentNode Value);
