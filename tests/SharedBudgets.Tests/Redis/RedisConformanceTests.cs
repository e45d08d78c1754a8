using SharedBudgets.Tests.Conformance;
using SharedBudgets.Tests.Servers;
using SieSmart.Pipeline.Redis;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Throttling;
using StackExchange.Redis;

namespace SharedBudgets.Tests.Redis;

/// <summary>A real Redis, with a connection for each process.</summary>
public sealed class RedisConformanceTests(RedisServer server) : SharedBudgetConformance, IAsyncDisposable
{
    private readonly List<IConnectionMultiplexer> _connections = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
    }

    protected override async ValueTask<ISharedBudget> ConnectAsync(SharedBudgetLimit limit, TimeProvider clock)
    {
        var connection = await server.ConnectAsync();
        lock (_connections)
        {
            _connections.Add(connection);
        }

        return new RedisSharedBudget(connection, limit);
    }
}
