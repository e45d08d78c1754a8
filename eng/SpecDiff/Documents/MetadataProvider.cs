using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SpecDiff.Documents;

/// <summary>Hands the generator what MSBuild would.</summary>
internal sealed class MetadataProvider(DocumentSet documents, Metadata document) : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => Metadata.None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Metadata.None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile == documents.Document ? document
        : documents.Overlays.Contains(textFile) ? Metadata.OfOverlay
        : Metadata.OfReferencedFile;
}
