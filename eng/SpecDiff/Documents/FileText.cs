using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SpecDiff.Documents;

/// <summary>A file of a document.</summary>
internal sealed class FileText(string path, SourceText text) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
