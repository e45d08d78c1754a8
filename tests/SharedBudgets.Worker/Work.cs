using System.Diagnostics.Metrics;

namespace SharedBudgets.Worker;

/// <summary>Callers who always have more to send.</summary>
internal sealed class Work(PlainClient client) : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _served;
    private long _failed;
    private long _refused;
    private long _longest;

    /// <summary>Counts what the client tells of itself from now on.</summary>
    public void Listen()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name.EndsWith(".client.rate_limited", StringComparison.Ordinal) || instrument.Name.EndsWith(".shared_budget.losses", StringComparison.Ordinal))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
        {
            if (instrument.Name.EndsWith(".client.rate_limited", StringComparison.Ordinal))
            {
                Interlocked.Add(ref _refused, count);
            }
            else
            {
                // Told at once, since the process may be killed.
                Console.Error.WriteLine("LOST");
            }
        });
        _listener.Start();
    }

    public async Task RunAsync(int callers, CancellationToken until) =>
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(until), CancellationToken.None)));

    public void Dispose() => _listener.Dispose();

    /// <summary>What came of it, in the words that the tests read.</summary>
    public override string ToString() => FormattableString.Invariant($"RESULT {_served} {_failed} {_refused} {_longest}");

    private async Task CallAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var started = TimeProvider.System.GetTimestamp();
            try
            {
                await client.GetRateCardsAsync(until);
                Interlocked.Increment(ref _served);
            }
            catch (Exception) when (until.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Interlocked.Increment(ref _failed);
                await Console.Error.WriteLineAsync(exception.Message);
            }

            var took = (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
            for (var longest = Interlocked.Read(ref _longest); took > longest; longest = Interlocked.Read(ref _longest))
            {
                Interlocked.CompareExchange(ref _longest, took, longest);
            }
        }
    }
}
