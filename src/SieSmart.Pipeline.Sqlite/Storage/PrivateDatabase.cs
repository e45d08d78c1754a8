using Microsoft.Data.Sqlite;

namespace SieSmart.Pipeline.Sqlite.Storage;

/// <summary>An SQLite file that only its owner can read, open and brought to a version. Not thread-safe.</summary>
internal sealed class PrivateDatabase : IDisposable
{
    /// <summary>How long to wait for another process, which holds the file for less than a millisecond unless the machine is stuck.</summary>
    private const int BusySeconds = 5;

    // Kept, since they are run with each change, and SQLite translates a new one anew.
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;

    private PrivateDatabase(SqliteConnection connection)
    {
        Connection = connection;
        (_begin, _commit, _rollback) = (Command("BEGIN IMMEDIATE"), Command("COMMIT"), Command("ROLLBACK"));
    }

    public SqliteConnection Connection { get; }

    /// <summary>Opens the file, which is made and brought to the newest version if need be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="steps">The SQL that leads from each version to the next, from 0 on.</param>
    /// <param name="refuse">Makes the exception for a file of a newer version, which it is given along with the newest known.</param>
    public static PrivateDatabase Open(string path, IReadOnlyList<string> steps, Func<long, long, Exception> refuse)
    {
        PrivateFile.Prepare(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        var database = new PrivateDatabase(connection);
        try
        {
            connection.Open();

            // SQLite waits for others in steps of 1 ms and more, the provider in steps of 150 ms. What a crash of the machine may take
            // with it was sent longer ago than the machine takes to start again.
            database.Execute($"PRAGMA busy_timeout = {BusySeconds}000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            if (database.Version() != steps.Count)
            {
                database.Alone(() => database.Migrate(steps, refuse));
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Does something within a transaction that begins as a writer's: one that becomes a writer's could fail where others write, too.</summary>
    public TResult Alone<TResult>(Func<TResult> action)
    {
        _begin.ExecuteNonQuery();
        try
        {
            var result = action();
            _commit.ExecuteNonQuery();
            return result;
        }
        catch
        {
            _rollback.ExecuteNonQuery();
            throw;
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        Connection.Dispose();
    }

    private bool Migrate(IReadOnlyList<string> steps, Func<long, long, Exception> refuse)
    {
        var version = Version();
        if (version > steps.Count)
        {
            throw refuse(version, steps.Count);
        }

        foreach (var step in steps.Skip((int)version))
        {
            Execute(step);
        }

        Execute($"PRAGMA user_version = {steps.Count}");
        return true;
    }

    private long Version()
    {
        using var command = Command("PRAGMA user_version");
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
