namespace SieSmart.Generators.Model;

/// <summary>
/// A few of a client's types, always the same ones: incremental steps compare by position, so in one long list a new type
/// would move all that come after it, and have them printed again.
/// </summary>
/// <param name="HintName">The name of the one file that holds them all; null if each has a file of its own.</param>
/// <param name="Files">The types, sorted by hint name.</param>
internal sealed record FileShelf(string? HintName, EquatableArray<SourceFile> Files);
