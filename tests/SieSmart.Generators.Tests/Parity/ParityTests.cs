using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Parity.Scoring;
using SieSmart.Generators.Tests.Parity.Surface;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>At <c>Preconditions="None"</c> a client has the surface that Kiota gives it, line for line.</summary>
public sealed class ParityTests
{
    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    public static MatrixTheoryData<string, string> DocumentsAndTargets =>
        new([.. ParityFiles.Documents], [.. TargetPlatform.All.Select(target => target.Name)]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Has_the_surface_of_a_new_client(string document) =>
        AssertSame(ParityFiles.Golden(document), ParityRuns.LikeKiota(document, TargetPlatform.Net100));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Has_the_surface_of_a_client_for_older_callers(string document) =>
        AssertSame(ParityFiles.BackwardCompatibleGolden(document), ParityRuns.LikeOlderKiota(document, TargetPlatform.Net100));

    [Theory]
    [MemberData(nameof(DocumentsAndTargets))]
    public void A_client_for_older_callers_compiles(string document, string target) =>
        Assert.Empty(ParityRuns.LikeOlderKiota(document, TargetPlatform.Named(target)).Compile());

    private static void AssertSame(string golden, GeneratorRun run)
    {
        var surface = SurfacePrinter.Print(run.Sources.Values.Select(SurfaceSyntax.Parse));
        var score = SurfaceScore.Compare(golden, surface);

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(
            score.Missing.Count + score.Extra.Count == 0,
            $"The lines that only Kiota has begin with '-', those that only the generator has with '+'.\n{score.Differences()}{score}");
    }
}
