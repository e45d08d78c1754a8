namespace SieSmart.Client.Decisions;

/// <summary>How long to leave a proposal alone between two looks: an automatic decision comes at once, an underwriter takes hours.</summary>
internal sealed class PollingInterval
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan _next = First;

    /// <summary>The next wait.</summary>
    /// <param name="atLeast">How long the API asks to be left alone, if it does.</param>
    /// <param name="atMost">How much time is left.</param>
    public TimeSpan Next(TimeSpan? atLeast, TimeSpan atMost)
    {
        var wait = atLeast > _next ? atLeast.Value : _next;
        _next = _next + _next < Longest ? _next + _next : Longest;
        return wait < atMost ? wait : atMost;
    }
}
