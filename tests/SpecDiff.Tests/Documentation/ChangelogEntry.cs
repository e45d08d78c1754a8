namespace SpecDiff.Tests.Documentation;

/// <summary>A row of spec/CHANGELOG.md.</summary>
/// <param name="Versions">Its version, or the first and the last that it stands for.</param>
/// <param name="Date">Its date; null if the page says that it is not known.</param>
internal sealed record ChangelogEntry(IReadOnlyList<Version> Versions, DateOnly? Date);
