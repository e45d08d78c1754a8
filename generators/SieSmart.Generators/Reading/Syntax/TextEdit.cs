namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A change of a text.</summary>
/// <param name="Index">Where.</param>
/// <param name="Removed">How many characters go.</param>
/// <param name="Inserted">What comes in their place.</param>
internal readonly record struct TextEdit(int Index, int Removed, string Inserted);
