using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SpecDiff.Documents;

/// <summary>Metadata of one file.</summary>
internal sealed class Metadata(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
{
    /// <summary>That of a file that has none.</summary>
    public static Metadata None { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>That of a file that documents refer to.</summary>
    public static Metadata OfReferencedFile { get; } = OfGroup("OpenApiDocument");

    /// <summary>That of an overlay.</summary>
    public static Metadata OfOverlay { get; } = OfGroup("OpenApiOverlay");

    /// <inheritdoc/>
    public override IEnumerable<string> Keys => values.Keys;

    /// <inheritdoc/>
    public override bool TryGetValue(string key, out string value)
    {
        // The attribute that says this in the signature exists twice here: the generator has one of its own.
        value = values.GetValueOrDefault(key)!;
        return value is not null;
    }

    private static Metadata OfGroup(string group) => new(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.SourceItemGroup", group));
}
