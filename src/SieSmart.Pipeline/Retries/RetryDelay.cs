namespace SieSmart.Pipeline.Retries;

/// <summary>How long to wait before an attempt: a bound that doubles each time, of which the upper half is random.</summary>
internal sealed class RetryDelay(Func<double> randomizer)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The wait before a repetition.</summary>
    /// <param name="repetition">0 for the first one.</param>
    public TimeSpan Before(int repetition)
    {
        var bound = Math.Min(First.Ticks * Math.Pow(2, repetition), Longest.Ticks);
        return TimeSpan.FromTicks((long)(bound * (0.5 + (randomizer() / 2))));
    }
}
