namespace SieSmart.Generators.Reading;

/// <summary>A place in a document, counted from zero.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal readonly record struct TextPosition(int Line, int Column);
