using System.Threading.RateLimiting;

namespace SieSmart.Pipeline.Throttling;

/// <summary>Makes what a budget takes its permits from. What is wrong with an argument is told before anything is made.</summary>
internal static class PermitEngines
{
    public static Func<BudgetClock, Action, IPermitEngine> Log(int permits, TimeSpan window)
    {
        if (permits < 1)
        {
            throw OutOfRange(nameof(permits), permits, "at least 1");
        }

        return window > TimeSpan.Zero
            ? (_, _) => new SlidingLog(permits, window)
            : throw OutOfRange(nameof(window), window, "more than zero");
    }

    public static Func<BudgetClock, Action, IPermitEngine> Limiter(RateLimiter limiter, bool disposesLimiter)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        // A limiter lets callers wait in its own queue, for as long as somebody waits here.
        return (clock, wake) => new SharedEngine(
            [new PermitInquiry(new LimiterBudget(limiter), RequestPriority.Interactive, Timeout.InfiniteTimeSpan, clock, wake)],
            disposesLimiter ? limiter : null);
    }

    public static Func<BudgetClock, Action, IPermitEngine> Shared(ISharedBudget shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        return (clock, wake) => new SharedEngine(
            [
                new PermitInquiry(shared, RequestPriority.Interactive, RequestBudget.SharedCallTimeout, clock, wake),
                new PermitInquiry(shared, RequestPriority.Bulk, RequestBudget.SharedCallTimeout, clock, wake),
            ],
            owned: null,
            shared as IFallibleBudget);
    }

    /// <summary>The length of a queue in which callers may not wait at all.</summary>
    public static int ZeroOrMore(int queueLimit) => queueLimit >= 0 ? queueLimit : throw OutOfRange(nameof(queueLimit), queueLimit, "0 or more");

    /// <summary>The length of a queue in which each caller waits at least for the engine's answer.</summary>
    public static int AtLeastOne(int queueLimit) =>
        queueLimit >= 1
            ? queueLimit
            : throw OutOfRange(nameof(queueLimit), queueLimit, "at least 1, since callers wait in the queue for the answer");

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string range) =>
        new(name, value, $"The {name} of a request budget must be {range}.");
}
