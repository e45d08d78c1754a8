namespace SpecDiff.Tests.Cases;

/// <summary>A change of a document: texts, wherever they stand, and what stands in their place.</summary>
internal sealed record Edit(string From, string To);
