namespace SieSmart.Sandbox.RateLimiting;

/// <summary>The arrivals of one IP address: at most so many within a window.</summary>
/// <remarks>
/// A rejected arrival counts as well, so the window remembers just the newest arrivals, as many as it
/// permits: an arrival is one too many if the oldest of them is still within the window. Not thread-safe.
/// </remarks>
internal sealed class SlidingWindow(int permitted, TimeSpan length)
{
    private readonly Queue<DateTimeOffset> _arrivals = new();

    public DateTimeOffset LastArrival { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>Counts an arrival.</summary>
    /// <returns>Zero if it is permitted, else how long nothing may arrive before one is permitted again.</returns>
    public TimeSpan Arrive(DateTimeOffset now)
    {
        LastArrival = now;
        var isFull = _arrivals.Count == permitted && now - _arrivals.Peek() < length;
        if (_arrivals.Count == permitted)
        {
            _arrivals.Dequeue();
        }

        _arrivals.Enqueue(now);
        return isFull ? _arrivals.Peek() + length - now : TimeSpan.Zero;
    }

    /// <summary>How many arrivals are within the window, and when the oldest of them leaves it.</summary>
    public (int Count, TimeSpan NextFree) Used(DateTimeOffset now)
    {
        List<DateTimeOffset> within = [.. _arrivals.Where(arrival => now - arrival < length)];
        return (within.Count, within.Count == 0 ? TimeSpan.Zero : within[0] + length - now);
    }
}
