namespace SieSmart.Generators.Model;

/// <summary>
/// A few of a client's files, always the same ones: incremental steps compare by position, so in one long list a new file
/// would move all that come after it, and have them printed again.
/// </summary>
/// <param name="Files">The files, sorted by hint name.</param>
internal sealed record FileShelf(EquatableArray<SourceFile> Files);
