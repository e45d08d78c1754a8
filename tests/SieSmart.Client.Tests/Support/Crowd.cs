using SieSmart.Pipeline.Throttling;

namespace SieSmart.Client.Tests.Support;

/// <summary>All callers of a budget, in the order in which they came. Each is served or refused a moment after the budget decided so.</summary>
internal sealed class Crowd(RequestBudget budget)
{
    private readonly List<(RequestPriority Priority, Task<RequestPermit> Call)> _callers = [];
    private readonly HashSet<Task<RequestPermit>> _gaveBack = [];

    public Task<RequestPermit> Add(RequestPriority priority = RequestPriority.Interactive, TimeSpan? timeout = null)
    {
        var call = budget.AskAsync(priority, timeout);
        _callers.Add((priority, call));
        return call;
    }

    public void Add(int callers, RequestPriority priority = RequestPriority.Interactive)
    {
        for (var i = 0; i < callers; i++)
        {
            _ = Add(priority);
        }
    }

    /// <summary>Waits until all know what was decided.</summary>
    public Task SettleAsync() =>
        BudgetCalls.UntilAsync(() => _callers.Count(caller => !caller.Call.IsCompleted) == budget.Waiting);

    /// <summary>Which callers of a lane have a permit or have had one, by the order of their arrival.</summary>
    public async Task<IReadOnlyList<int>> ServedAsync(RequestPriority priority)
    {
        await SettleAsync();
        var lane = _callers.Where(caller => caller.Priority == priority).ToList();
        return [.. Enumerable.Range(0, lane.Count).Where(index => lane[index].Call.IsCompletedSuccessfully)];
    }

    /// <summary>Gives the permits of all who were served back as used.</summary>
    public async Task AnswerAsync()
    {
        await SettleAsync();
        foreach (var (_, call) in _callers.Where(caller => caller.Call.IsCompletedSuccessfully && _gaveBack.Add(caller.Call)).ToList())
        {
            (await call).Dispose();
        }
    }
}
