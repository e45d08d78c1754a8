using SharedBudgets.Tests.Conformance;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Sqlite;

namespace SharedBudgets.Tests.Sqlite;

/// <summary>The file, opened once for each process.</summary>
public sealed class SqliteTokenConformanceTests : SharedTokenConformance, IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-tokens-");
    private readonly List<SqliteTokenStore> _stores = [];

    public void Dispose()
    {
        foreach (var store in _stores)
        {
            store.Dispose();
        }

        _directory.Delete(recursive: true);
    }

    protected override ValueTask<ISharedTokenStore> ConnectAsync(TimeProvider clock)
    {
        var store = new SqliteTokenStore(_directory.FullName, clock);
        lock (_stores)
        {
            _stores.Add(store);
        }

        return ValueTask.FromResult<ISharedTokenStore>(store);
    }
}
