using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>Each document's metadata, found by its path as the compiler finds it.</summary>
internal sealed class MetadataOptionsProvider(IEnumerable<OpenApiDocument> documents) : AnalyzerConfigOptionsProvider
{
    private readonly ImmutableDictionary<string, MetadataOptions> _options =
        documents.ToImmutableDictionary(document => document.Path, MetadataOptions.Of, StringComparer.Ordinal);

    public override AnalyzerConfigOptions GlobalOptions => MetadataOptions.Empty;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => MetadataOptions.Empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options.GetValueOrDefault(textFile.Path, MetadataOptions.Empty);
}
