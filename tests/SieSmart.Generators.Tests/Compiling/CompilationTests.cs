using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Parity;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>Generated code compiles without a warning wherever it may be compiled.</summary>
public sealed class CompilationTests
{
    private const string MissingDocumentation = "CS1591";

    public static MatrixTheoryData<string, string> DocumentsAndTargets =>
        new([.. ParityFiles.Documents], [.. TargetPlatform.All.Select(target => target.Name)]);

    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    [Theory]
    [MemberData(nameof(DocumentsAndTargets))]
    public void Compiles_on_the_packages_of_Kiota_alone(string document, string target) =>
        AssertCompiles(ParityRuns.LikeKiota(document, TargetPlatform.Named(target)));

    [Theory]
    [MemberData(nameof(DocumentsAndTargets))]
    public void Compiles_with_guarded_writes(string document, string target) =>
        AssertCompiles(ParityRuns.Guarded(document, TargetPlatform.Named(target)));

    /// <summary>
    /// The compiler's analysis of nulls inside of methods is a good part of its work on a client; Kiota's tool leaves it off, too. What
    /// members take and return stays annotated.
    /// </summary>
    [Fact]
    public void Spares_consumers_the_analysis_of_nulls_inside_of_methods_and_keeps_annotations()
    {
        var run = ParityRuns.Guarded(ParityFiles.Documents[0], TargetPlatform.Net100);

        Assert.All(run.Trees, tree =>
        {
            var context = run.Compilation.GetSemanticModel(tree).GetNullableContext(tree.Length);
            Assert.True(context.AnnotationsEnabled(), tree.FilePath);
            Assert.False(context.WarningsEnabled(), tree.FilePath);
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Documents_every_method(string document)
    {
        var run = ParityRuns.Guarded(document, TargetPlatform.Net100);

        Assert.NotEmpty(run.Sources);
        Assert.DoesNotContain(
            run.CompileWithoutPragmas(),
            diagnostic => diagnostic.Id is MissingDocumentation && diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains('(', StringComparison.Ordinal));
    }

    /// <summary>The types of a large client share files, in which using directives stand within namespaces.</summary>
    [Theory]
    [InlineData("/api/v1/things")]
    [InlineData("/system/things")]
    [InlineData("/microsoft/things")]
    public void A_large_client_may_have_paths_that_are_called_like_its_namespace_or_others(string path)
    {
        // More than the types that have files of their own.
        var kinds = Enumerable.Range(0, 500).Select(number => $"Kind{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}").ToList();
        var document = $$"""
            openapi: 3.0.3
            info: { title: Large, version: '1' }
            paths:
              {{path}}:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } } }
            components:
              schemas:
                All: { type: object, properties: { {{string.Join(", ", kinds.Select(kind => $"{kind}: {{ $ref: '#/components/schemas/{kind}' }}"))}} } }

            """ + string.Concat(kinds.Select(kind => $"    {kind}: {{ type: object, properties: {{ of: {{ type: string }} }} }}\n"));

        AssertCompiles(GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument("/consumer/api.yaml", document).With("Namespace", "Api").With("Preconditions", "None")));
    }

    private static void AssertCompiles(GeneratorRun run)
    {
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.CompileWithNullableAnalysis());
    }
}
