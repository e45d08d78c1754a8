namespace SpecDiff.Findings;

/// <summary>A line of a document.</summary>
/// <param name="IsOld">Whether it is the old document; what is gone stands only there.</param>
/// <param name="File">The file's name: the document itself or one that it refers to.</param>
/// <param name="Line">The line, counted from one.</param>
internal sealed record Place(bool IsOld, string File, int Line);
