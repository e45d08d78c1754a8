namespace SieSmart.Runtime.Conflicts;

/// <summary>The waits of an update.</summary>
internal sealed class BackOff(UpdateOptions options)
{
    /// <summary>Waits before another attempt: a random part of a bound that doubles each time.</summary>
    public Task WaitAsync(int attempts, CancellationToken cancellationToken)
    {
        var bound = options.Delay.Ticks * Math.Pow(2, attempts - 1);
        var ticks = options.Randomizer() * Math.Min(bound, options.MaxDelay.Ticks);
        return DelayAsync(TimeSpan.FromTicks((long)ticks), cancellationToken);
    }

    /// <summary>Waits until so much time has passed since a point in time; never less, though timers may fire early.</summary>
    public async Task WaitUntilAsync(TimeSpan elapsed, long since, CancellationToken cancellationToken)
    {
        for (var rest = Rest(); rest > TimeSpan.Zero; rest = Rest())
        {
            await DelayAsync(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)), cancellationToken).ConfigureAwait(false);
        }

        TimeSpan Rest() => elapsed - options.TimeProvider.GetElapsedTime(since);
    }

    private Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
#if NET8_0_OR_GREATER
        Task.Delay(delay, options.TimeProvider, cancellationToken);
#else
        options.TimeProvider.Delay(delay, cancellationToken);
#endif
}
