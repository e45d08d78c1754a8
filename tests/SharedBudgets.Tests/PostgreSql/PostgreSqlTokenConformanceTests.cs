using Npgsql;
using SharedBudgets.Tests.Conformance;
using SharedBudgets.Tests.Servers;
using SieSmart.Pipeline.PostgreSql;
using SieSmart.Pipeline.Sharing.Tokens;

namespace SharedBudgets.Tests.PostgreSql;

/// <summary>A real PostgreSQL, with a pool for each process.</summary>
public sealed class PostgreSqlTokenConformanceTests(PostgreSqlServer server) : SharedTokenConformance, IAsyncDisposable
{
    private readonly List<NpgsqlDataSource> _sources = [];
    private readonly List<PostgreSqlTokenStore> _stores = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            store.Dispose();
        }

        foreach (var source in _sources)
        {
            await source.DisposeAsync();
        }
    }

    protected override async ValueTask<ISharedTokenStore> ConnectAsync(TimeProvider clock)
    {
        var source = NpgsqlDataSource.Create(await server.ConnectionStringAsync());
        var store = new PostgreSqlTokenStore(source, createsSchema: true);
        lock (_sources)
        {
            _sources.Add(source);
            _stores.Add(store);
        }

        return store;
    }
}
