using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Robustness.Counting;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>Whatever becomes of a document, the generator survives it, without undue work, and what it generates compiles.</summary>
public sealed class FuzzTests
{
    private const int Mutations = 20_000;
    private const int Overlays = 2_000;
    private const int Compilations = 150;
    private const int Suspects = 100;

    // Several times what the longest of the documents takes.
    private const long Limit = 20_000_000;

    [Fact]
    public void Survives_twenty_thousand_mutations_each_within_twenty_million_steps()
    {
        var generator = CountedGenerator.Create();
        var suspects = new ConcurrentBag<int>();
        Parallel.For(0, Mutations, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, (number, loop) =>
        {
            if (DefectOrExcess(FuzzCorpus.Document(number)) is not null)
            {
                suspects.Add(number);
                if (suspects.Count >= Suspects)
                {
                    loop.Stop();
                }
            }
        });

        var failed = suspects.Order().Take(5).ToList();
        Assert.True(failed.Count == 0, string.Join("\n\n", failed.Select(number => Reduction.Report(number, DefectOrExcess))));

        string? DefectOrExcess(OpenApiDocument document)
        {
            string? defect = null;
            var cost = generator.Measure(copy => defect = BareRun.Defect(BareRun.Of(copy, document)));
            return defect ?? (cost.Steps > Limit ? $"It took {cost}." : null);
        }
    }

    [Fact]
    public void Survives_mutations_of_an_overlay_each_within_twenty_million_steps()
    {
        var generator = CountedGenerator.Create();
        var failed = new ConcurrentBag<string>();
        Parallel.For(0, Overlays, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, number =>
        {
            string? defect = null;
            var documents = OverlayCorpus.Documents(number);
            var cost = generator.Measure(copy => defect = BareRun.Defect(BareRun.Of(copy, documents)));
            if ((defect ?? (cost.Steps > Limit ? $"It took {cost}." : null)) is { } fault)
            {
                failed.Add($"Overlay {number}: {fault}\n{documents[1].Text}");
            }
        });

        Assert.True(failed.IsEmpty, string.Join("\n\n", failed.Take(3)));
    }

    [Fact]
    public void An_overlay_that_is_sound_leaves_a_document_that_compiles()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, [.. OverlayCorpus.Documents(0)]);

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void What_is_generated_from_a_mutation_without_an_error_compiles()
    {
        var checkedOnes = 0;
        var failed = new List<int>();
        for (var number = 0; checkedOnes < Compilations && failed.Count < 3; number++)
        {
            var run = GeneratorRun.Of(TargetPlatform.Net100, FuzzCorpus.Document(number));
            if (run.Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error) && !run.Sources.IsEmpty)
            {
                checkedOnes++;
                if (CompilerError(run) is not null)
                {
                    failed.Add(number);
                }
            }
        }

        Assert.True(failed.Count == 0, string.Join("\n\n", failed.Select(number => Reduction.Report(number, CompilerError))));
    }

    private static string? CompilerError(OpenApiDocument document)
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, document);
        return run.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? null : CompilerError(run);
    }

    private static string? CompilerError(GeneratorRun run) => run.Compile() is [var first, ..] ? first.ToString() : null;
}
