using System.Text.Json;
using Microsoft.Data.Sqlite;
using SieSmart.Sandbox.Json;

namespace SieSmart.Sandbox.Storage;

/// <summary>Keeps the documents in an SQLite file. Thread-safe.</summary>
internal sealed class SqliteStateStore : IStateStore
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    /// <exception cref="IOException">The file can't be opened or created, or is no SQLite file.</exception>
    public SqliteStateStore(string file)
    {
        // Without pooling, closing the connection lets go of the file.
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        _connection = new SqliteConnection(connectionString.ToString());
        try
        {
            _connection.Open();
            Execute("CREATE TABLE IF NOT EXISTS document (kind TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, id))");
        }
        catch (SqliteException exception)
        {
            _connection.Dispose();
            throw new IOException($"The state file '{file}' can't be used: {exception.Message}.", exception);
        }
    }

    public IReadOnlyList<T> Load<T>(string kind)
    {
        lock (_gate)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "SELECT json FROM document WHERE kind = $kind";
            command.Parameters.AddWithValue("$kind", kind);
            using var reader = command.ExecuteReader();
            var documents = new List<T>();
            while (reader.Read())
            {
                documents.Add(JsonSerializer.Deserialize<T>(reader.GetString(0), SandboxJson.Options)
                    ?? throw new InvalidDataException($"The state file holds an empty document of kind '{kind}'."));
            }

            return documents;
        }
    }

    public void Save<T>(string kind, string id, T document) => Execute(
        "INSERT INTO document (kind, id, json) VALUES ($kind, $id, $json) ON CONFLICT DO UPDATE SET json = $json",
        ("$kind", kind),
        ("$id", id),
        ("$json", JsonSerializer.Serialize(document, SandboxJson.Options)));

    public void Delete(string kind, string id)
        => Execute("DELETE FROM document WHERE kind = $kind AND id = $id", ("$kind", kind), ("$id", id));

    public void Clear(string kind) => Execute("DELETE FROM document WHERE kind = $kind", ("$kind", kind));

    public void Dispose() => _connection.Dispose();

    private void Execute(string statement, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        lock (_gate)
        {
            using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
            command.CommandText = statement;
#pragma warning restore CA2100
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }

            command.ExecuteNonQuery();
        }
    }
}
