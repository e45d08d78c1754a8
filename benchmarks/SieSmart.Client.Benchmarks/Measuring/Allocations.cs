using System.Diagnostics.Tracing;
using System.Globalization;
using SieSmart.Client.Benchmarks.Variants;

namespace SieSmart.Client.Benchmarks.Measuring;

/// <summary>Prints which types a call allocates, by the runtime's own samples: one for each 100 KB.</summary>
internal sealed class Allocations : EventListener
{
    private const EventKeywords Collections = (EventKeywords)1;
    private const string Sampled = "GCAllocationTick_V4";
    private const int Calls = 100_000;
    private const int Shown = 40;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _bytes = new(StringComparer.Ordinal);
    private EventSource? _runtime;

    public static async Task PrintAsync(Case @case, IVariant variant, TextWriter output)
    {
        for (var warm = 0; warm < Calls / 10; warm++)
        {
            await @case.CallAsync(variant).ConfigureAwait(false);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var turn = 0; turn < Calls / 10; turn++)
        {
            await @case.CallAsync(variant).ConfigureAwait(false);
        }

        var exact = (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / (Calls / 10);
        Dictionary<string, long> sampled;
        using (var listener = new Allocations())
        {
            for (var turn = 0; turn < Calls; turn++)
            {
                await @case.CallAsync(variant).ConfigureAwait(false);
            }

            sampled = listener.Stop();
        }

        var all = (double)sampled.Values.Sum();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{@case.Name}\tall\t{exact:F0}")).ConfigureAwait(false);
        foreach (var (type, bytes) in sampled.OrderByDescending(entry => entry.Value).Take(Shown))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{@case.Name}\t{type}\t{bytes / all * exact:F0}")).ConfigureAwait(false);
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (string.Equals(eventSource.Name, "Microsoft-Windows-DotNETRuntime", StringComparison.Ordinal))
        {
            _runtime = eventSource;
            EnableEvents(eventSource, EventLevel.Verbose, Collections);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (!string.Equals(eventData.EventName, Sampled, StringComparison.Ordinal) || eventData.Payload is not { Count: > 5 } payload)
        {
            return;
        }

        lock (_gate)
        {
            var type = (string)payload[5]!;
            _bytes[type] = _bytes.GetValueOrDefault(type) + Convert.ToInt64(payload[3], CultureInfo.InvariantCulture);
        }
    }

    private Dictionary<string, long> Stop()
    {
        if (_runtime is { } runtime)
        {
            DisableEvents(runtime);
        }

        lock (_gate)
        {
            return new(_bytes, StringComparer.Ordinal);
        }
    }
}
