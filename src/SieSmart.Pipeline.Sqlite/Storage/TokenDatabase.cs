using Microsoft.Data.Sqlite;
using SieSmart.Pipeline.Sharing.Tokens.Leasing;

namespace SieSmart.Pipeline.Sqlite.Storage;

/// <summary>The SQLite file of shared tokens, open. Not thread-safe.</summary>
internal sealed class TokenDatabase : IDisposable
{
    /// <summary>From each version of the tables to the next.</summary>
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), last INTEGER NOT NULL);
        INSERT INTO clock VALUES (1, 0);
        CREATE TABLE token (
            key TEXT PRIMARY KEY, version INTEGER NOT NULL, content BLOB, lifetime INTEGER NOT NULL, fetched_at INTEGER NOT NULL,
            holder TEXT, leased_until INTEGER NOT NULL) WITHOUT ROWID;
        """,
    ];

    private readonly PrivateDatabase _database;

    private TokenDatabase(PrivateDatabase database) => _database = database;

    /// <summary>Opens the file, which is made and brought to this version if need be.</summary>
    /// <exception cref="InvalidOperationException">A newer version of the library has made it.</exception>
    public static TokenDatabase Open(string path) =>
        new(PrivateDatabase.Open(path, Steps, (stored, known) => new InvalidOperationException(
            $"The shared tokens in {path} are stored in version {stored}, and this process knows version {known}. Use the same version of the package in all processes, or give this one another directory.")));

    /// <summary>The last time that was seen by whoever changed the file.</summary>
    public long LastTime()
    {
        using var command = Command("SELECT last FROM clock");
        return (long)command.ExecuteScalar()!;
    }

    public TokenEntry Read(string key)
    {
        using var command = Command("SELECT version, content, lifetime, fetched_at, holder, leased_until FROM token WHERE key = $a", key);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new TokenEntry(
                reader.GetInt64(0),
                reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.GetInt64(5))
            : TokenEntry.Empty;
    }

    /// <summary>Changes what is known of a token, while no other process can come between. If it fails, nothing has happened.</summary>
    /// <param name="key">Which token.</param>
    /// <param name="readClock">The time, and whether what was stored at a time is of another clock, so that nothing is known.</param>
    /// <param name="change">Makes the new of the old, at a time; the same if nothing changes.</param>
    public TResult Change<TResult>(string key, Func<long, (long Now, bool IsAnother)> readClock, Func<TokenEntry, long, (TokenEntry Entry, TResult Result)> change) =>
        _database.Alone(() =>
        {
            var (now, isAnother) = readClock(LastTime());
            if (isAnother)
            {
                Run("DELETE FROM token");
            }

            Run("DELETE FROM token WHERE fetched_at + lifetime <= $a AND leased_until <= $a AND key <> $b", now, key);
            var before = Read(key);
            var (after, result) = change(before, now);
            if (after != before)
            {
                Run(
                    "INSERT OR REPLACE INTO token VALUES ($a, $b, $c, $d, $e, $f, $g)",
                    key,
                    after.Version,
                    after.Content ?? (object)DBNull.Value,
                    after.Lifetime,
                    after.FetchedAt,
                    after.Holder ?? (object)DBNull.Value,
                    after.LeasedUntil);
            }

            Run("UPDATE clock SET last = $a", now);
            return result;
        });

    public void Dispose() => _database.Dispose();

    private SqliteCommand Command(string sql, params IReadOnlyList<object> values)
    {
        var command = _database.Connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Count; index++)
        {
            command.Parameters.Add(new SqliteParameter($"${(char)('a' + index)}", values[index]));
        }

        return command;
    }

    private void Run(string sql, params IReadOnlyList<object> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }
}
