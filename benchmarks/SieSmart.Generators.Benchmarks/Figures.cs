using System.Diagnostics;
using System.Globalization;

namespace SieSmart.Generators.Benchmarks;

/// <summary>
/// The same figures in a minute, for a machine that others use as well: of many runs the fastest, which their work disturbs least.
/// </summary>
internal static class Figures
{
    private const int WarmUps = 20;

    private static readonly TimeSpan LongCompilation = TimeSpan.FromSeconds(15);

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

    /// <summary>Prints what direct JSON adds to the generated code, and what the compiler needs for it, beside the code of Kiota's tool.</summary>
    /// <param name="kiota">The tool's assembly; null to leave it out.</param>
    /// <param name="output">Where to print.</param>
    public static void PrintCode(string? kiota, TextWriter output)
    {
        output.WriteLine("| document | by | lines | assembly | compiled in |");
        output.WriteLine("|---|---|---:|---:|---:|");
        foreach (var length in new[] { 500_000, 3_000_000, 13_000_000 })
        {
            var text = SyntheticDocument.Yaml(length, examples: 0);
            var document = $"{(text.Length / 1_000_000.0).ToString("0.0", CultureInfo.InvariantCulture)} MB";
            var workload = new Workload(text);
            if (kiota is not null)
            {
                PrintCode(document, "Kiota's tool", KiotaTool.Generate(kiota, text, workload.Compile), output);
            }

            PrintCode(document, "the generator, without direct JSON", new Workload(text, hasDirectJson: false).Compile, output);
            PrintCode(document, "the generator", workload.Compile, output);
        }
    }

    private static void PrintCode(string document, string author, Func<CompiledCode> compile, TextWriter output)
    {
        // The compiler's own code is compiled at the first; what is large takes long enough to be measured once.
        var code = compile();
        for (var again = 0; again < 2 && code.Time < LongCompilation; again++)
        {
            var next = compile();
            code = next.Time < code.Time ? next : code;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {document} | {author} | {code.Lines:N0} | {code.Bytes / 1024.0 / 1024:F1} MB | {code.Time.TotalSeconds:F1} s |"));
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
