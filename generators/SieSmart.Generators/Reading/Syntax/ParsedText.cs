using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A text, and the nodes that were made of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Root">Its nodes; null if it can't be read.</param>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="IsPlain">
/// Whether each of its nodes comes of its own stretch of the text and of nothing else: no anchors, no merge keys, nothing to report and
/// no layout that had to be changed.
/// </param>
internal sealed record ParsedText(SourceText Text, DocumentNode? Root, long Nodes, bool IsPlain);
