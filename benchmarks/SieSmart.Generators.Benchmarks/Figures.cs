using System.Diagnostics;
using System.Globalization;

namespace SieSmart.Generators.Benchmarks;

/// <summary>
/// The same figures in a minute, for a machine that others use as well: of many runs the fastest, which their work disturbs least.
/// </summary>
internal static class Figures
{
    private const int WarmUps = 20;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(6);

    /// <summary>Prints a table.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine("| document | types | first in process | build | edit of the document | edit of code |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (length, examples) in new[] { (117_000, 0), (1_000_000, 0), (4_000_000, 0), (4_000_000, 2_200) })
        {
            var text = SyntheticDocument.Yaml(length, examples);
            var started = Stopwatch.GetTimestamp();
            var workload = new Workload(text);
            var first = Stopwatch.GetElapsedTime(started);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {text.Length / 1000} KB | {workload.Types} | {first.TotalMilliseconds:F0} ms | {Fastest(workload.FromNothing):F1} ms | {Fastest(workload.EditDocument):F1} ms | {Fastest(workload.EditCode):F2} ms |"));
        }
    }

    /// <summary>Prints what direct JSON adds to the generated code, and what the compiler needs for it.</summary>
    public static void PrintCode(TextWriter output)
    {
        output.WriteLine("| document | direct JSON | lines | assembly | compiled in |");
        output.WriteLine("|---|---|---:|---:|---:|");
        foreach (var length in new[] { 117_000, 1_000_000, 4_000_000 })
        {
            foreach (var hasDirectJson in new[] { false, true })
            {
                var text = SyntheticDocument.Yaml(length, examples: 0);
                var workload = new Workload(text, hasDirectJson);
                var code = Enumerable.Range(0, 3).Select(_ => workload.Compile()).MinBy(compiled => compiled.Time)!;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {text.Length / 1000} KB | {(hasDirectJson ? "yes" : "no")} | {code.Lines} | {code.Bytes / 1024} KB | {code.Time.TotalSeconds:F2} s |"));
            }
        }
    }

    private static double Fastest(Func<object> action)
    {
        for (var run = 0; run < WarmUps; run++)
        {
            action();
        }

        var fastest = double.MaxValue;
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Duration;)
        {
            var before = Stopwatch.GetTimestamp();
            action();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        return fastest;
    }
}
