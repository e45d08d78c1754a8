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

    private static void AssertCompiles(GeneratorRun run)
    {
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }
}
