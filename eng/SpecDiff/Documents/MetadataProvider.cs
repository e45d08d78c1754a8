using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SpecDiff.Documents;

/// <summary>Hands the generator what MSBuild would.</summary>
internal sealed class MetadataProvider(string documentPath, Metadata document) : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => Metadata.None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Metadata.None;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        string.Equals(textFile.Path, documentPath, StringComparison.Ordinal) ? document : Metadata.OfReferencedFile;
}
