using SharedBudgets.Tests.Conformance;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.InMemory;

/// <summary>The engine without a store, by which the suite itself is judged.</summary>
public sealed class InMemoryConformanceTests : SharedBudgetConformance
{
    private readonly Dictionary<string, InMemoryEngine> _engines = [];

    protected override ValueTask<ISharedBudget> ConnectAsync(SharedBudgetLimit limit, TimeProvider clock)
    {
        lock (_engines)
        {
            _engines.TryAdd(limit.Name, new InMemoryEngine(TimeProvider.System));
            return ValueTask.FromResult(_engines[limit.Name].Connect(limit));
        }
    }
}
