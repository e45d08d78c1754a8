using System.Diagnostics;
using System.Globalization;

namespace SieSmart.Client.Benchmarks.Measuring;

/// <summary>What the first call in a fresh process takes, the making of the client included.</summary>
internal static class FirstCall
{
    /// <summary>What this program is started with to make one call of a variant, and to print what it took.</summary>
    public const string Option = "--first-call";

    private const int Rounds = 15;

    /// <summary>Makes the call, in this process.</summary>
    /// <param name="create">Makes the variant.</param>
    /// <param name="body">The file with what the server answers.</param>
    /// <param name="output">Where to print.</param>
    public static async Task RunAsync(Func<Variants.IVariant> create, string body, TextWriter output)
    {
        Bodies.Load(body);
        var start = TimeProvider.System.GetTimestamp();
        await create().GetAsync().ConfigureAwait(false);
        await output.WriteLineAsync(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds.ToString("F2", CultureInfo.InvariantCulture)).ConfigureAwait(false);
    }

    /// <summary>Starts a program again and again, with each variant in rotated order, and prints how they compare with the first.</summary>
    /// <param name="name">What the case is called in the table.</param>
    /// <param name="program">The program, and what comes before its own arguments.</param>
    /// <param name="variants">What it calls the variants.</param>
    /// <param name="output">Where to print.</param>
    public static async Task PrintAsync(string name, IReadOnlyList<string> program, IReadOnlyList<string> variants, TextWriter output)
    {
        var body = Path.GetTempFileName();
        await File.WriteAllBytesAsync(body, Bodies.Proposal).ConfigureAwait(false);
        var times = variants.Select(_ => new List<double>()).ToList();
        for (var round = -1; round < Rounds; round++)
        {
            for (var turn = 0; turn < variants.Count; turn++)
            {
                var index = (turn + round + variants.Count) % variants.Count;
                var time = await StartAsync(program, variants[index], body).ConfigureAwait(false);
                if (round >= 0)
                {
                    times[index].Add(time);
                }
            }
        }

        File.Delete(body);
        await output.WriteLineAsync("case\tvariant\ttime\ttime p10\ttime p90\tms\tfastest").ConfigureAwait(false);
        for (var index = 0; index < variants.Count; index++)
        {
            var ratios = times[index].Zip(times[0], (time, other) => time / other).Order().ToList();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}\t{variants[index]}\t{Ratios.At(ratios, 0.5):F2}\t{Ratios.At(ratios, 0.1):F2}\t{Ratios.At(ratios, 0.9):F2}\t{Ratios.At([.. times[index].Order()], 0.5):F1}\t{times[index].Min() / times[0].Min():F2}")).ConfigureAwait(false);
        }
    }

    private static async Task<double> StartAsync(IReadOnlyList<string> program, string variant, string body)
    {
        var start = new ProcessStartInfo(program[0]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[.. program.Skip(1), Option, variant, body])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program[0]} could not be started.");
        var text = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{program[0]} {Option} {variant} ended with {process.ExitCode}.");
    }
}
