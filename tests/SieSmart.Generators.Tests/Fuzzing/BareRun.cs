using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>The generator run over a project that has nothing but documents: thousands of them in the time of one compilation.</summary>
internal static class BareRun
{
    private static readonly CSharpCompilation Nothing = CSharpCompilation.Create("Nothing");

    public static GeneratorRunResult Of(params IReadOnlyList<OpenApiDocument> documents) => Of(new OpenApiClientGenerator(), documents);

    public static GeneratorRunResult Of(IIncrementalGenerator generator, params IReadOnlyList<OpenApiDocument> documents) => CSharpGeneratorDriver
        .Create([generator.AsSourceGenerator()], documents.Select(document => new DocumentText(document)), parseOptions: null, new MetadataOptionsProvider(documents))
        .RunGenerators(Nothing, TestContext.Current.CancellationToken)
        .GetRunResult().Results.Single();

    /// <summary>What went wrong that never may: an exception, reported or not. Null if nothing did.</summary>
    public static string? Defect(GeneratorRunResult result) =>
        result.Exception?.ToString() ?? result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id is "CS8785" or "SIE2099")?.GetMessage(null);
}
