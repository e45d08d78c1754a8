using System.Globalization;
using System.Runtime;
using SieSmart.Client.Benchmarks.Variants;

namespace SieSmart.Client.Benchmarks.Measuring;

/// <summary>Runs all variants in rotated order in one process, and prints how they compare with the first.</summary>
internal static class Ratios
{
    private const int Rounds = 31;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(5);

    public static async Task PrintAsync(IReadOnlyList<Case> cases, IReadOnlyList<(string Name, Func<IVariant> Create)> all, TextWriter output)
    {
        var variants = all.Select(one => (one.Name, Variant: one.Create())).ToList();
        await output.WriteLineAsync("case\tvariant\ttime\ttime p10\ttime p90\tbytes\tbytes p10\tbytes p90\tµs\tKB\tfastest").ConfigureAwait(false);
        foreach (var @case in cases)
        {
            foreach (var (_, variant) in variants)
            {
                await WarmAsync(@case, variant).ConfigureAwait(false);
            }

            var samples = variants.Select(_ => new List<Sample>()).ToList();
            for (var round = -1; round < Rounds; round++)
            {
                for (var turn = 0; turn < variants.Count; turn++)
                {
                    var index = (turn + round + variants.Count) % variants.Count;
                    var sample = await @case.MeasureAsync(variants[index].Variant).ConfigureAwait(false);
                    if (round >= 0)
                    {
                        samples[index].Add(sample);
                    }
                }
            }

            for (var index = 0; index < variants.Count; index++)
            {
                await output.WriteLineAsync(Line(@case.Name, variants[index].Name, samples[index], samples[0])).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Calls until nothing is compiled any more: .NET compiles a method again after some calls, waits for a moment in which nothing else is
    /// compiled, and does so twice where it learns from them.
    /// </summary>
    private static async Task WarmAsync(Case @case, IVariant variant)
    {
        var start = TimeProvider.System.GetTimestamp();
        long before;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            var turn = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(turn) < Quiet)
            {
                await @case.MeasureAsync(variant).ConfigureAwait(false);
            }
        }
        while (JitInfo.GetCompiledMethodCount() != before && TimeProvider.System.GetElapsedTime(start) < LongestWarming);
    }

    private static string Line(string name, string variant, List<Sample> samples, List<Sample> first)
    {
        var times = samples.Zip(first, (sample, other) => sample.Nanoseconds / other.Nanoseconds).Order().ToList();
        var bytes = samples.Zip(first, (sample, other) => sample.Bytes / other.Bytes).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{name}\t{variant}\t{At(times, 0.5):F2}\t{At(times, 0.1):F2}\t{At(times, 0.9):F2}\t{At(bytes, 0.5):F2}\t{At(bytes, 0.1):F2}\t{At(bytes, 0.9):F2}\t{At([.. samples.Select(sample => sample.Nanoseconds).Order()], 0.5) / 1000:F1}\t{At([.. samples.Select(sample => sample.Bytes).Order()], 0.5) / 1024:F1}\t{Fastest(samples) / Fastest(first):F2}");
    }

    /// <summary>The round that nothing else disturbed: all that can be had of a machine that does other things, too.</summary>
    private static double Fastest(List<Sample> samples) => samples.Min(sample => sample.Nanoseconds);

    /// <summary>What a share of sorted values stays below.</summary>
    public static double At(List<double> sorted, double share) => sorted[(int)Math.Round(share * (sorted.Count - 1))];
}
