using Microsoft.Data.Sqlite;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Counting;

namespace SieSmart.Pipeline.Sqlite.Storage;

/// <summary>A budget's SQLite file, open. Not thread-safe.</summary>
internal sealed class BudgetDatabase : IDisposable
{
    /// <summary>From each version of the tables to the next.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE book (
            one INTEGER PRIMARY KEY CHECK (one = 1), permits INTEGER NOT NULL, window INTEGER NOT NULL, last INTEGER NOT NULL, cold_until INTEGER NOT NULL,
            paused_until INTEGER NOT NULL, lowered INTEGER NOT NULL, rises_from INTEGER NOT NULL, spaced_until INTEGER NOT NULL,
            interactive_until INTEGER NOT NULL, bulk_until INTEGER NOT NULL, turns INTEGER NOT NULL);
        INSERT INTO book VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        CREATE TABLE answered (free_at INTEGER NOT NULL);
        CREATE INDEX answered_free_at ON answered (free_at);
        CREATE TABLE lease (id INTEGER PRIMARY KEY, ends INTEGER NOT NULL);
        CREATE INDEX lease_ends ON lease (ends);
        CREATE TABLE process (id INTEGER PRIMARY KEY, seen INTEGER NOT NULL);
        """,
    ];

    private readonly PrivateDatabase _database;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private BudgetDatabase(PrivateDatabase database) => _database = database;

    /// <summary>Opens the file, which is made and brought to this version if need be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="budget">The budget's name, for messages.</param>
    /// <exception cref="SharedBudgetMismatchException">A newer version of the library has made it.</exception>
    public static BudgetDatabase Open(string path, string budget) =>
        new(PrivateDatabase.Open(path, Steps, (stored, known) => SharedBudgetMismatchException.OfVersions(budget, stored, known)));

    /// <summary>Does something with the permits that no other process can come between. If it fails, nothing has happened.</summary>
    public TResult Change<TResult>(Func<IPermitLedger, TResult> change) =>
        _database.Alone(() =>
        {
            var ledger = new DatabaseLedger(this);
            var result = change(ledger);
            ledger.Save();
            return result;
        });

    /// <summary>A prepared command.</summary>
    internal SqliteCommand Command(string sql, params ReadOnlySpan<long> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _database.Connection.CreateCommand();
            command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters.Add(new SqliteParameter($"${(char)('a' + index)}", SqliteType.Integer));
            }

            _commands.Add(sql, command);
        }

        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _database.Dispose();
    }
}
