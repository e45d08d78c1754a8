using System.Globalization;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Throttling;

/// <summary>Words why a caller got no permit.</summary>
internal static class PermitRefusal
{
    /// <param name="who">Who waits already.</param>
    /// <param name="engine">What they wait for.</param>
    /// <param name="wait">How long the caller would have to wait at the least.</param>
    public static RateLimitExceededException QueueIsFull(string who, IPermitEngine engine, TimeSpan wait) =>
        NotSent($"{who} wait already{engine.Scarcity}. Send fewer at a time, or try again later.", engine, wait);

    public static RateLimitExceededException WouldWaitInVain(TimeSpan timeout, IPermitEngine engine, TimeSpan wait) =>
        NotSent(
            $"it would have to wait {Seconds(wait)} s for its turn, and may wait {Seconds(timeout)} s. Send fewer at a time, allow a longer wait, or try again later.",
            engine,
            wait);

    public static RateLimitExceededException WaitedInVain(TimeSpan timeout, IPermitEngine engine, TimeSpan wait) =>
        NotSent(
            engine.Failure is null
                ? $"its turn did not come within {Seconds(timeout)} s. Send fewer at a time, allow a longer wait, or try again later."
                : $"whether there is a permit could not be asked within {Seconds(timeout)} s. See the inner exception, and try again later.",
            engine,
            wait);

    public static ObjectDisposedException BudgetHasEnded() =>
        new(nameof(RequestBudget), "The request was not sent: its request budget was disposed of. Keep the budget, or the service provider that owns it, for as long as calls are made.");

    public static ObjectDisposedException ClientHasEnded() =>
        new("client", "The request was not sent: its client was disposed of, or the service provider that owns it. Keep it for as long as calls are made.");

    private static RateLimitExceededException NotSent(string why, IPermitEngine engine, TimeSpan wait) =>
        new($"The request was not sent: {why}", engine.Failure, retryAfter: wait > TimeSpan.Zero ? wait : null);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
