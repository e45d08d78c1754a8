using System.Globalization;
using SharedBudgets.Simulation.Chance;

namespace SharedBudgets.Simulation.Engines;

/// <summary>
/// How long an engine takes for a question or a report. <c>EngineTimesTests</c> in <c>tests/SharedBudgets.Tests</c> measures it with real servers,
/// and writes the file from which it is read.
/// </summary>
internal static class EngineTimes
{
    private static readonly Dictionary<EngineKind, Quantiles> Measured = Read();

    public static Quantiles Of(EngineKind kind) => Measured[kind];

    private static Dictionary<EngineKind, Quantiles> Read()
    {
        using var stream = typeof(EngineTimes).Assembly.GetManifestResourceStream("engine-times.csv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')).ToList();
        var parts = lines[0].Split(',')[1..].Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return lines[1..].Select(line => line.Split(',')).ToDictionary(
            words => Enum.Parse<EngineKind>(words[0]),
            words => new Quantiles([.. parts.Zip(words[1..], static (part, microseconds) => (part, TimeSpan.FromMicroseconds(long.Parse(microseconds, CultureInfo.InvariantCulture))))]));
    }
}
