using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>Options that MSBuild would write into an editorconfig file.</summary>
internal sealed class MetadataOptions(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
{
    public static MetadataOptions Empty { get; } = new(ImmutableDictionary<string, string>.Empty);

    public override IEnumerable<string> Keys => values.Keys;

    public static MetadataOptions Of(OpenApiDocument document) => new(document.Metadata.ToImmutableDictionary(
        entry => "build_metadata.AdditionalFiles." + entry.Key,
        entry => entry.Value,
        KeyComparer).AddRange(document.EditorConfig));

    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
}
