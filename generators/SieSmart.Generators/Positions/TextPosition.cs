namespace SieSmart.Generators.Positions;

/// <summary>A place in a document, counted from zero.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
/// <param name="File">Which of the document's files, in the order in which they were opened; 0 is the document itself.</param>
internal readonly record struct TextPosition(int Line, int Column, int File = 0);
