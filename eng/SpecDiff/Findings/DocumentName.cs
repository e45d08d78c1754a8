namespace SpecDiff.Findings;

/// <summary>What a document says of itself.</summary>
/// <param name="File">Its file's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its version.</param>
internal sealed record DocumentName(string File, string Title, string Version);
