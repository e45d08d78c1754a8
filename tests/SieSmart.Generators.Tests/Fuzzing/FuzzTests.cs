using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>Whatever becomes of a document, the generator survives it, in time, and what it generates compiles.</summary>
public sealed class FuzzTests
{
    private const int Mutations = 20_000;
    private const int Compilations = 150;
    private const int Runs = 3;
    private const int Suspects = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public void Survives_twenty_thousand_mutations_each_within_five_seconds()
    {
        var suspects = new ConcurrentBag<int>();
        Parallel.For(0, Mutations, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, (number, loop) =>
        {
            if (DefectOrDelayOnce(FuzzCorpus.Document(number)) is not null)
            {
                suspects.Add(number);
                if (suspects.Count >= Suspects)
                {
                    loop.Stop();
                }
            }
        });

        // One after the other: what runs beside it must not count against a mutation.
        var failed = suspects.Order().Where(number => DefectOrDelay(FuzzCorpus.Document(number)) is not null).Take(5).ToList();
        Assert.True(failed.Count == 0, string.Join("\n\n", failed.Select(number => Reduction.Report(number, DefectOrDelay))));
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

    private static string? DefectOrDelay(OpenApiDocument document)
    {
        // Other work on the machine may hold one run up, hardly three.
        var defect = DefectOrDelayOnce(document);
        for (var again = 1; again < Runs && defect is not null; again++)
        {
            defect = DefectOrDelayOnce(document);
        }

        return defect;
    }

    private static string? DefectOrDelayOnce(OpenApiDocument document)
    {
        var started = TimeProvider.System.GetTimestamp();
        var defect = BareRun.Defect(BareRun.Of(document));
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        return defect ?? (elapsed > Limit ? $"It took {elapsed}." : null);
    }

    private static string? CompilerError(OpenApiDocument document)
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, document);
        return run.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? null : CompilerError(run);
    }

    private static string? CompilerError(GeneratorRun run) => run.Compile() is [var first, ..] ? first.ToString() : null;
}
