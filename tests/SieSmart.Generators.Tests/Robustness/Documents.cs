using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>Small documents, and what comes of them.</summary>
internal static class Documents
{
    /// <summary>Where the document is said to be.</summary>
    public const string Path = "/consumer/api/openapi.yaml";

    public static OpenApiDocument Client(string text) => new OpenApiDocument(Path, text).With("Preconditions", "None");

    /// <summary>A file that documents refer to.</summary>
    public static OpenApiDocument File(string path, string text) => new OpenApiDocument(path, text).With("SourceItemGroup", "OpenApiDocument");

    public static GeneratorRun Run(string text) => GeneratorRun.Of(TargetPlatform.Net100, Client(text));

    /// <summary>A document with one operation, whose answer is a schema.</summary>
    public static string WithAnswer(string schema, string more = "", string version = "3.0.3") =>
        $$"""
        openapi: {{version}}
        info: { title: Robust, version: '1' }
        paths:
          /answer:
            get:
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: {{schema}} } }
        {{more}}
        """;

    /// <summary>The code of a type, found by its simple name.</summary>
    public static string SourceOf(GeneratorRun run, string type) =>
        Assert.Single(run.Sources, source => source.Key.EndsWith($".{type}.g.cs", StringComparison.Ordinal)).Value;

    public static void AssertSound(GeneratorRun run)
    {
        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }

    /// <summary>The only diagnostic, and that it stands at the first place where the document says something.</summary>
    public static Diagnostic AssertOnly(GeneratorRun run, string id, OpenApiDocument document, string at)
    {
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        var before = document.Text[..document.Text.IndexOf(at, StringComparison.Ordinal)];
        var place = diagnostic.Location.GetLineSpan();
        Assert.Equal(document.Path, place.Path);
        Assert.Equal(before.Count(character => character == '\n'), place.StartLinePosition.Line);
        Assert.Equal(before.Length - (before.LastIndexOf('\n') + 1), place.StartLinePosition.Character);
        return diagnostic;
    }
}
