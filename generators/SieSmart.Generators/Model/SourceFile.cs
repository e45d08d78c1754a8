namespace SieSmart.Generators.Model;

/// <summary>One generated file: all that its printer needs, so that it is printed again only if this changes.</summary>
/// <param name="HintName">The file's name, unique within the compilation.</param>
/// <param name="Type">The type in it.</param>
/// <param name="Style">How the file is written.</param>
internal sealed record SourceFile(string HintName, TypeModel Type, SourceStyle Style);
