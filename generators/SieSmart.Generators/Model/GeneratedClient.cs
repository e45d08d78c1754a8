namespace SieSmart.Generators.Model;

/// <summary>A whole client: what one document and its options come to.</summary>
/// <param name="Files">Its files, sorted by hint name.</param>
internal sealed record GeneratedClient(EquatableArray<SourceFile> Files);
