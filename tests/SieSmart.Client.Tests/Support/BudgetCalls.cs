using SieSmart.Pipeline.Throttling;

namespace SieSmart.Client.Tests.Support;

/// <summary>Single callers of a budget.</summary>
internal static class BudgetCalls
{
    /// <summary>Real time, for a failing test to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RequestPermit> AskAsync(
        this RequestBudget budget,
        RequestPriority priority = RequestPriority.Interactive,
        TimeSpan? timeout = null) =>
        await budget.AcquireAsync(priority, timeout ?? Timeout.InfiniteTimeSpan, Cancellation);

    /// <summary>Takes permits and gives each of them back as used.</summary>
    public static async Task SpendAsync(this RequestBudget budget, int permits, RequestPriority priority = RequestPriority.Interactive)
    {
        for (var i = 0; i < permits; i++)
        {
            (await budget.AskAsync(priority).SoonAsync()).Dispose();
        }
    }

    /// <summary>The result of a call that need not wait for the clock.</summary>
    public static Task<T> SoonAsync<T>(this Task<T> call) => call.WaitAsync(Patience, TimeProvider.System, Cancellation);

    /// <summary>Waits until work in the background has led to something.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var looks = 0; !condition(); looks++)
        {
            if (looks < 100)
            {
                await Task.Yield();
            }
            else
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, patience.Token);
            }
        }
    }
}
