using SharedBudgets.Tests.Conformance;
using SieSmart.Pipeline.Sharing.Tokens;

namespace SharedBudgets.Tests.InMemory;

/// <summary>The store without a server, by which the suite itself is judged.</summary>
public sealed class InMemoryTokenConformanceTests : SharedTokenConformance
{
    private readonly InMemoryTokenStore _store = new(TimeProvider.System);

    protected override ValueTask<ISharedTokenStore> ConnectAsync(TimeProvider clock) => ValueTask.FromResult<ISharedTokenStore>(_store);
}
