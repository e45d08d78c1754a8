using System.Collections.Immutable;
using System.Text;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>A document as an <c>OpenApiClient</c> item hands it to the generator.</summary>
/// <param name="Path">Where the document is said to be; nothing is read from there.</param>
/// <param name="Text">What it says.</param>
internal sealed record OpenApiDocument(string Path, string Text)
{
    /// <summary>The item's metadata by name, as in <c>ClientName</c>.</summary>
    public ImmutableDictionary<string, string> Metadata { get; private init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal).Add("SourceItemGroup", "OpenApiClient");

    /// <summary>How its text is written in bytes.</summary>
    public Encoding Encoding { get; private init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The same document in other bytes.</summary>
    public OpenApiDocument Encoded(Encoding encoding) => this with { Encoding = encoding };

    /// <summary>The same document in another place.</summary>
    public OpenApiDocument At(string path) => this with { Path = path };

    /// <summary>What a section of the project's <c>.editorconfig</c> that fits the document says.</summary>
    public ImmutableDictionary<string, string> EditorConfig { get; private init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The same document with one more line in <c>.editorconfig</c>.</summary>
    public OpenApiDocument Configured(string key, string value) => this with { EditorConfig = EditorConfig.SetItem(key, value) };

    /// <summary>The same document with one more piece of metadata, or another value for it.</summary>
    public OpenApiDocument With(string name, string value) => this with { Metadata = Metadata.SetItem(name, value) };
}
