using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SieSmart.Generators.Benchmarks;

/// <summary>The metadata of every additional file, as MSBuild hands it to the compiler.</summary>
internal sealed class ItemMetadata(ImmutableDictionary<string, string> metadata) : AnalyzerConfigOptionsProvider
{
    private readonly Values _values = new(metadata);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(ImmutableDictionary<string, string> metadata) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _byKey =
            metadata.ToImmutableDictionary(entry => "build_metadata.AdditionalFiles." + entry.Key, entry => entry.Value, KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _byKey.TryGetValue(key, out value);
    }
}
