using SharedBudgets.Tests.Conformance;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sqlite;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.Sqlite;

/// <summary>The file, opened once for each process.</summary>
public sealed class SqliteConformanceTests : SharedBudgetConformance, IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-budgets-");
    private readonly List<SqliteSharedBudget> _budgets = [];

    public void Dispose()
    {
        foreach (var budget in _budgets)
        {
            budget.Dispose();
        }

        _directory.Delete(recursive: true);
    }

    protected override ValueTask<ISharedBudget> ConnectAsync(SharedBudgetLimit limit, TimeProvider clock)
    {
        var budget = new SqliteSharedBudget(limit, _directory.FullName, clock);
        lock (_budgets)
        {
            _budgets.Add(budget);
        }

        return ValueTask.FromResult<ISharedBudget>(budget);
    }
}
