using SharedBudgets.Tests.Support;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.Conformance;

/// <summary>The callers of one process, who always have more to send.</summary>
internal static class Crowd
{
    /// <summary>Sends until a time is over.</summary>
    /// <param name="shared">The process's sight of the shared budget.</param>
    /// <param name="name">What the server shall call them.</param>
    /// <param name="priority">Their lane.</param>
    /// <param name="callers">How many they are.</param>
    /// <param name="server">Where they send to.</param>
    /// <param name="until">Cancelled when the time is over.</param>
    public static async Task SendAsync(ISharedBudget shared, string name, RequestPriority priority, int callers, CountingServer server, CancellationToken until)
    {
        using var budget = new RequestBudget(shared, queueLimit: 2 * callers);
        using var client = new HttpClient { BaseAddress = server.Address };
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync, CancellationToken.None)));

        async Task CallAsync()
        {
            try
            {
                while (true)
                {
                    using var permit = await budget.AcquireAsync(priority, until);
                    using var response = await client.GetAsync(new Uri(name, UriKind.Relative), CancellationToken.None);
                }
            }
            catch (OperationCanceledException) when (until.IsCancellationRequested)
            {
                // The time is over.
            }
        }
    }
}
