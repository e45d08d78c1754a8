using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>A document in memory, read as the compiler reads a file.</summary>
internal sealed class DocumentText(OpenApiDocument document) : AdditionalText
{
    public OpenApiDocument Document => document;

    public override string Path => document.Path;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        using var bytes = new MemoryStream([.. document.Encoding.GetPreamble(), .. document.Encoding.GetBytes(document.Text)]);
        return SourceText.From(bytes);
    }
}
