using System.Collections.Immutable;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>A document as an <c>OpenApiClient</c> item hands it to the generator.</summary>
/// <param name="Path">Where the document is said to be; nothing is read from there.</param>
/// <param name="Text">What it says.</param>
internal sealed record OpenApiDocument(string Path, string Text)
{
    /// <summary>The item's metadata by name, as in <c>ClientName</c>.</summary>
    public ImmutableDictionary<string, string> Metadata { get; private init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal).Add("SourceItemGroup", "OpenApiClient");

    /// <summary>What a section of the project's <c>.editorconfig</c> that fits the document says.</summary>
    public ImmutableDictionary<string, string> EditorConfig { get; private init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The same document with one more line in <c>.editorconfig</c>.</summary>
    public OpenApiDocument Configured(string key, string value) => this with { EditorConfig = EditorConfig.SetItem(key, value) };

    /// <summary>The same document with one more piece of metadata, or another value for it.</summary>
    public OpenApiDocument With(string name, string value) => this with { Metadata = Metadata.SetItem(name, value) };
}
