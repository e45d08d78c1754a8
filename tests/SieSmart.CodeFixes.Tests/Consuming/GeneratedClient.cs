using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.CodeFixes.Tests.Consuming;

/// <summary>What the generator makes of a document, once for all tests.</summary>
internal static class GeneratedClient
{
    private static readonly ConcurrentDictionary<(OpenApiDocument Document, LanguageVersion Language), Lazy<ImmutableArray<GeneratedSourceResult>>> Clients = new();

    public static ImmutableArray<GeneratedSourceResult> Of(OpenApiDocument document, LanguageVersion language) =>
        Clients.GetOrAdd((document, language), key => new(() => Generate(key.Document, key.Language))).Value;

    private static ImmutableArray<GeneratedSourceResult> Generate(OpenApiDocument document, LanguageVersion language)
    {
        var options = new CSharpParseOptions(language);
        var others = document.Metadata.GetValueOrDefault("Engine") is "Referenced" ? Of(document.With("Engine", "BuiltIn").With("Preconditions", "None").With("Registration", "false"), language) : [];
        var compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("", options), .. others.Select(source => CSharpSyntaxTree.ParseText(source.SourceText, options))], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            [new DocumentText(document)],
            options,
            new MetadataOptionsProvider([document]));
        var result = driver.RunGenerators(compilation).GetRunResult().Results.Single();
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return [.. others, .. result.GeneratedSources];
    }
}
