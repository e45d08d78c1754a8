namespace SieSmart.Client.Tests.Support;

/// <summary>Counts arrivals over a sliding window, those that it refuses too, as the API is said to.</summary>
internal sealed class CountingServer(int limit, TimeSpan window, TimeProvider timeProvider)
{
    private readonly Queue<DateTimeOffset> _arrivals = new();

    /// <summary>Counts one arrival.</summary>
    /// <returns>Whether it is served.</returns>
    public bool Arrive()
    {
        var now = timeProvider.GetUtcNow();
        while (_arrivals.Count > 0 && _arrivals.Peek() + window <= now)
        {
            _arrivals.Dequeue();
        }

        _arrivals.Enqueue(now);
        return _arrivals.Count <= limit;
    }
}
