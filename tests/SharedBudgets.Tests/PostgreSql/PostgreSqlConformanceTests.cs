using Npgsql;
using SharedBudgets.Tests.Conformance;
using SharedBudgets.Tests.Servers;
using SieSmart.Pipeline.PostgreSql;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.PostgreSql;

/// <summary>A real PostgreSQL, with a pool for each process.</summary>
public sealed class PostgreSqlConformanceTests(PostgreSqlServer server) : SharedBudgetConformance, IAsyncDisposable
{
    private readonly List<NpgsqlDataSource> _sources = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources)
        {
            await source.DisposeAsync();
        }
    }

    protected override async ValueTask<ISharedBudget> ConnectAsync(SharedBudgetLimit limit, TimeProvider clock)
    {
        var source = NpgsqlDataSource.Create(await server.ConnectionStringAsync());
        lock (_sources)
        {
            _sources.Add(source);
        }

        return new PostgreSqlSharedBudget(source, limit, createsSchema: true);
    }
}
