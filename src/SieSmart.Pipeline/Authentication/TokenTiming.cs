namespace SieSmart.Pipeline.Authentication;

/// <summary>How long tokens are used, when they are renewed, and how long a failing token endpoint is left alone.</summary>
/// <param name="randomizer">Random numbers from 0 up to but not including 1. Must be thread-safe.</param>
/// <param name="longestPause">The longest time that a token endpoint is left alone, whatever it asks for.</param>
internal sealed class TokenTiming(Func<double> randomizer, TimeSpan longestPause)
{
    // Shares of the lifetime, so that short-lived tokens are of use at all; bounds, so that long-lived ones are used up.
    private const int MarginDivisor = 10;
    private const int WindowDivisor = 5;

    /// <summary>No more than what a slow request can take.</summary>
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan ShortestHoldOff = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestHoldOff = TimeSpan.FromSeconds(30);

    /// <summary>How long a token is sent with requests.</summary>
    public static TimeSpan UsableFor(TimeSpan lifetime) => lifetime - Share(lifetime, MarginDivisor, LongestMargin);

    /// <summary>
    /// When a token that is still sent is to be renewed in the background: somewhere in the first half of the window before
    /// it ends, so that processes that started together don't ask together, and all have half of it for another try.
    /// </summary>
    public TimeSpan RenewedAfter(TimeSpan lifetime)
    {
        var window = Share(lifetime, WindowDivisor, LongestWindow);
        return UsableFor(lifetime) - Scale(window, 1 - (randomizer() / 2));
    }

    /// <summary>How long nothing is asked after so many failures in a row: a bound that doubles, and between half and all of it.</summary>
    public TimeSpan HoldOff(int failures)
    {
        var bound = Math.Min(ShortestHoldOff.Ticks * Math.Pow(2, failures - 1), LongestHoldOff.Ticks);
        return TimeSpan.FromTicks((long)(bound * (1 - (randomizer() / 2))));
    }

    /// <summary>For how long a token endpoint is left alone that asks for it; null if it doesn't.</summary>
    public TimeSpan? Heeded(TimeSpan? asked) => asked > longestPause ? longestPause : asked;

    private static TimeSpan Share(TimeSpan lifetime, int divisor, TimeSpan longest)
    {
        var share = TimeSpan.FromTicks(lifetime.Ticks / divisor);
        return share < longest ? share : longest;
    }

    private static TimeSpan Scale(TimeSpan time, double factor) => TimeSpan.FromTicks((long)(time.Ticks * factor));
}
