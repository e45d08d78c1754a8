using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Generators.Benchmarks;

/// <summary>A document in memory.</summary>
internal sealed class DocumentText(string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path => "/consumer/synthetic.yaml";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
