using System.Diagnostics.Metrics;

namespace SieSmart.Pipeline.Tracing;

/// <summary>Who waits and what is left, for each host, read when somebody collects metrics. Thread-safe.</summary>
internal sealed class BudgetGauges
{
    private readonly Lock _gate = new();

    /// <summary>Weak, so that a client that nobody disposed of is told of no longer than it exists.</summary>
    private readonly List<WeakReference<IWatchedBudget>> _budgets = [];
    private readonly OwnTagNames _tags;

    public BudgetGauges(Meter meter, OwnTagNames tags, string prefix)
    {
        _tags = tags;
        meter.CreateObservableUpDownCounter($"{prefix}.client.throttle.queued", Queued, "{request}", "How many requests wait for a permit.");
        meter.CreateObservableUpDownCounter($"{prefix}.client.throttle.available", Available, "{permit}", "How many permits could be taken at once.");
    }

    public void Watch(IWatchedBudget budget)
    {
        lock (_gate)
        {
            _budgets.Add(new WeakReference<IWatchedBudget>(budget));
        }
    }

    private IEnumerable<Measurement<int>> Queued() => ByHost().SelectMany(host => new[]
    {
        Measure(host, budget => budget.InteractiveWaiting, new KeyValuePair<string, object?>(_tags.Priority, "interactive")),
        Measure(host, budget => budget.BulkWaiting, new KeyValuePair<string, object?>(_tags.Priority, "bulk")),
    });

    private IEnumerable<Measurement<int>> Available() =>
        ByHost().Where(host => host.All(budget => budget.Available is not null)).Select(host => Measure(host, budget => budget.Available!.Value));

    private IEnumerable<IGrouping<(string Server, int Port), BudgetReading>> ByHost() => Read()
        .GroupBy(reading => reading.Budget)
        .Select(users => users.First())
        .GroupBy(reading => (reading.Server, reading.Port));

    private List<BudgetReading> Read()
    {
        lock (_gate)
        {
            var readings = new List<BudgetReading>(_budgets.Count);
            _budgets.RemoveAll(one =>
            {
                if (one.TryGetTarget(out var budget) && budget.Read() is { } reading)
                {
                    readings.Add(reading);
                    return false;
                }

                return true;
            });
            return readings;
        }
    }

    private static Measurement<int> Measure(
        IGrouping<(string Server, int Port), BudgetReading> host,
        Func<BudgetReading, int> read,
        params KeyValuePair<string, object?>[] tags) =>
        new(host.Sum(read), [new(TagName.ServerAddress, host.Key.Server), new(TagName.ServerPort, host.Key.Port), .. tags]);
}
