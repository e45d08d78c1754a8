using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>A document in memory.</summary>
internal sealed class DocumentText(OpenApiDocument document) : AdditionalText
{
    public override string Path => document.Path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(document.Text, Encoding.UTF8);
}
