using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Parity.Scoring;
using SieSmart.Generators.Tests.Parity.Surface;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>At <c>Preconditions="None"</c> a client has the surface that Kiota gives it.</summary>
public sealed class ParityTests(ITestOutputHelper output)
{
    /// <summary>How far a floor may stay behind its score.</summary>
    private const double Slack = 0.01;

    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Keeps_the_likeness_that_was_reached(string document)
    {
        var score = Score(document, out var run);
        var floor = ScoreFloors.Parse(ParityFiles.Floors())[document];
        output.WriteLine(score.ToString());

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(
            score.Current.Jaccard >= floor,
            $"{ScoreFloors.Line(document, score.Current.Jaccard)} is below its floor, {ScoreFloors.Line(document, floor)}.\n{score}\n{score.Differences()}");
    }

    [Fact]
    public void Floors_keep_up_with_the_scores()
    {
        var floors = ScoreFloors.Parse(ParityFiles.Floors());
        var scores = ParityFiles.Documents.ToDictionary(document => document, document => Score(document, out _).Current.Jaccard, StringComparer.Ordinal);
        var lines = string.Join('\n', scores.Select(score => ScoreFloors.Line(score.Key, score.Value)));
        output.WriteLine(lines);

        Assert.Equal([.. ParityFiles.Documents], floors.Documents.ToArray());
        Assert.All(scores, score => Assert.True(
            score.Value < floors[score.Key] + Slack,
            $"{score.Key} has risen. Put the new scores into Parity/scores.txt:\n{lines}"));
    }

    private static SurfaceScore Score(string document, out GeneratorRun run)
    {
        run = ParityRuns.LikeKiota(document, TargetPlatform.Net100);
        var surface = SurfacePrinter.Print(run.Sources.Values.Select(SurfaceSyntax.Parse));
        return SurfaceScore.Compare(ParityFiles.Golden(document), surface);
    }
}
