using System.Data.Common;
using Npgsql;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Sharing.Tokens;

namespace SieSmart.Pipeline.PostgreSql;

/// <summary>The encrypted tokens of all processes that use one schema of a PostgreSQL database.</summary>
/// <remarks>
/// The clock is the database's. Each question is one call of a function, which locks the row of the token only if it changes it. The table is not
/// logged: it is in no backup and on no standby, and empty after a crash. Thread-safe.
/// </remarks>
public sealed class PostgreSqlTokenStore : ISharedTokenStore, IDisposable
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly string _schema;
    private readonly bool _createsSchema;
    private readonly SemaphoreSlim _preparing = new(1);
    private volatile bool _isPrepared;

    /// <summary>Nothing is asked yet.</summary>
    /// <param name="dataSource">The database, which stays its creator's to dispose of.</param>
    /// <param name="schema">Where the table is; <see cref="PostgreSqlBudgetSchema.DefaultName"/> by default.</param>
    /// <param name="createsSchema">Whether to make the tables, or bring them to this version, with the first question; false by default.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is not a name of lower-case letters, digits and underscores.</exception>
    public PostgreSqlTokenStore(NpgsqlDataSource dataSource, string schema = PostgreSqlBudgetSchema.DefaultName, bool createsSchema = false)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        _dataSource = dataSource;
        _schema = PostgreSqlBudgetSchema.Checked(schema);
        _createsSchema = createsSchema;
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database can't be asked.</exception>
    /// <exception cref="InvalidOperationException">The table is not there, and it was not told to make it; or a newer version of the library made it.</exception>
    public async ValueTask<SharedTokenAnswer> AskAsync(string key, long after, string asker, TimeSpan lease, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await RunAsync(
            $"SELECT is_leased, version, content, lifetime, age, rest FROM {_schema}.ask_token($1, $2, $3, $4)",
            static reader => reader.GetBoolean(0) ? SharedTokenAnswer.Leased()
                : reader.IsDBNull(2) ? SharedTokenAnswer.Busy(BudgetTime.Of(reader.GetInt64(5)))
                : SharedTokenAnswer.Found(new ProtectedToken(reader.GetFieldValue<byte[]>(2), BudgetTime.Of(reader.GetInt64(3)), BudgetTime.Of(reader.GetInt64(4))), reader.GetInt64(1)),
            cancellationToken,
            key,
            after,
            asker,
            BudgetTime.Microseconds(lease)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database can't be asked.</exception>
    public async ValueTask<long?> StoreAsync(string key, string asker, ProtectedToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return await RunAsync(
            $"SELECT {_schema}.store_token($1, $2, $3, $4, $5)",
            static reader => reader.IsDBNull(0) ? null : (long?)reader.GetInt64(0),
            cancellationToken,
            key,
            asker,
            token.Content.ToArray(),
            BudgetTime.Microseconds(token.Lifetime),
            BudgetTime.Microseconds(token.Age)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database can't be asked.</exception>
    public async ValueTask ReleaseAsync(string key, string asker, CancellationToken cancellationToken) =>
        await RunAsync($"SELECT {_schema}.release_token($1, $2)", static _ => true, cancellationToken, key, asker).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database can't be asked.</exception>
    public async ValueTask DropAsync(string key, long version, CancellationToken cancellationToken) =>
        await RunAsync($"SELECT {_schema}.drop_token($1, $2)", static _ => true, cancellationToken, key, version).ConfigureAwait(false);

    /// <summary>Ends its use of the data source, which stays its creator's.</summary>
    public void Dispose() => _preparing.Dispose();

    private async Task<TResult> RunAsync<TResult>(string statement, Func<NpgsqlDataReader, TResult> read, CancellationToken cancellationToken, params IReadOnlyList<object> arguments)
    {
        try
        {
            return await ExecuteAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException exception) when (exception is not PostgresException)
        {
            // A server that was started anew has left broken connections in the pool, and one after the other would fail.
            _dataSource.Clear();
            return await ExecuteAsync().ConfigureAwait(false);
        }

        async Task<TResult> ExecuteAsync()
        {
            var command = _dataSource.CreateCommand(statement);
            await using (command.ConfigureAwait(false))
            {
                foreach (var argument in arguments)
                {
                    command.Parameters.Add(new NpgsqlParameter { Value = argument });
                }

                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                    return read(reader);
                }
            }
        }
    }

    private async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        if (_isPrepared)
        {
            return;
        }

        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isPrepared)
            {
                await PostgreSqlBudgetSchema.PrepareAsync(
                    _dataSource,
                    _schema,
                    PostgreSqlBudgetSchema.VersionOfTokens,
                    _createsSchema,
                    stored => new InvalidOperationException($"The shared tokens in the schema '{_schema}' are stored in version {stored}, and this process knows version {PostgreSqlBudgetSchema.Version}. Use the same version of the package in all processes, or give this one another schema."),
                    cancellationToken).ConfigureAwait(false);
                _isPrepared = true;
            }
        }
        finally
        {
            _preparing.Release();
        }
    }
}
