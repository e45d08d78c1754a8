using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Sharing.Remote;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.PostgreSql;

/// <summary>The permits of all processes that name one limit, in a row of a PostgreSQL database.</summary>
/// <remarks>
/// <para>
/// The clock is the database's. Each question, report and pause is one UPDATE, which holds the lock of the row and returns the answer. The
/// table is not logged: after a crash, and on a standby that was promoted, it is empty, and all permits are free one window later.
/// </para>
/// <para>
/// It uses up to <see cref="Connections"/> connections of the data source at a time, and opens as many with the first question. Thread-safe.
/// </para>
/// </remarks>
public sealed class PostgreSqlSharedBudget : ISharedBudget, IDisposable
{
    /// <summary>How many connections it uses at a time, at the most: 4.</summary>
    public const int Connections = 4;

    private readonly NpgsqlDataSource _dataSource;
    private readonly SharedBudgetLimit _limit;
    private readonly string _schema;
    private readonly bool _createsSchema;
    private readonly string _update;
    private readonly string _upsert;
    private readonly long _process = NewId();
    private readonly DoubtfulPermits<long> _doubtful;
    private readonly SemaphoreSlim _connections = new(Connections);
    private readonly SemaphoreSlim _preparing = new(1);
    private volatile bool _isPrepared;

    /// <summary>Nothing is asked yet.</summary>
    /// <param name="dataSource">The database, which stays its creator's to dispose of.</param>
    /// <param name="limit">The limit, which all processes must say alike.</param>
    /// <param name="schema">Where the tables are; <see cref="PostgreSqlBudgetSchema.DefaultName"/> by default.</param>
    /// <param name="createsSchema">Whether to make the tables, or bring them to this version, with the first question; false by default.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is not a name of lower-case letters, digits and underscores.</exception>
    public PostgreSqlSharedBudget(NpgsqlDataSource dataSource, SharedBudgetLimit limit, string schema = PostgreSqlBudgetSchema.DefaultName, bool createsSchema = false)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(limit);
        _dataSource = dataSource;
        _doubtful = new DoubtfulPermits<long>(GiveBackAsync);
        _limit = limit;
        _schema = PostgreSqlBudgetSchema.Checked(schema);
        _createsSchema = createsSchema;
        const string Values = "$2, $3, $4, $5, $6, $7, $8)";
        const string Answer = "RETURNING (b.state).reply, (b.state).wait, (b.state).taken, (b.state).current_permits, (b.state).processes, (b.state).permits, (b.state).\"window\"";
        _update = $"UPDATE {_schema}.budget AS b SET state = {_schema}.next(b.state, {Values} WHERE b.name = $1 {Answer}";
        _upsert = $"INSERT INTO {_schema}.budget AS b (name, state) VALUES ($1, {_schema}.next(NULL, {Values}) ON CONFLICT (name) DO UPDATE SET state = {_schema}.next(b.state, {Values} {Answer}";
    }

    /// <inheritdoc/>
    /// <exception cref="SharedBudgetMismatchException">Others have another limit, or a newer version of the library.</exception>
    /// <exception cref="DbException">The database can't be asked.</exception>
    /// <exception cref="InvalidOperationException">The tables are not there, and it was not told to make them.</exception>
    public async ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var lease = NewId();
        SharedReservation answer;
        try
        {
            answer = await RunAsync("reserve", lease, priority == RequestPriority.Bulk ? 1 : 0, reader => ToReservation(reader, lease), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not SharedBudgetMismatchException)
        {
            _doubtful.Add(lease);
            throw;
        }

        _doubtful.GiveBack();
        return answer;
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database can't be asked.</exception>
    public async ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        await RunAsync("pause", lease: 0, BudgetTime.Microseconds(duration), static _ => true, cancellationToken).ConfigureAwait(false);

    /// <summary>Ends its use of the data source, which stays its creator's.</summary>
    public void Dispose()
    {
        _connections.Dispose();
        _preparing.Dispose();
    }

    internal Task CompleteAsync(long lease, bool wasUsed, CancellationToken cancellationToken) =>
        RunAsync("complete", lease, wasUsed ? 1 : 0, static _ => true, cancellationToken);

    private static long NewId() => BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 0);

    private SharedReservation ToReservation(NpgsqlDataReader reader, long lease)
    {
        var reply = (BudgetReply)reader.GetInt32(0);
        if (reply == BudgetReply.OtherLimit)
        {
            throw SharedBudgetMismatchException.OfLimits(_limit, (int)reader.GetInt64(5), BudgetTime.Of(reader.GetInt64(6)));
        }

        var (wait, use) = (BudgetTime.Of(reader.GetInt64(1)), new SharedUse((int)reader.GetInt64(2), (int)reader.GetInt64(3), (int)reader.GetInt64(4)));
        return reply == BudgetReply.Granted
            ? SharedReservation.Granted(new PostgreSqlPermit(this, lease), wait, use)
            : SharedReservation.NotYet(wait, use);
    }

    private async Task GiveBackAsync(long lease)
    {
        using var bounded = new CancellationTokenSource(RequestBudget.SharedCallTimeout);
        await CompleteAsync(lease, wasUsed: false, bounded.Token).ConfigureAwait(false);
    }

    private async Task<TResult> RunAsync<TResult>(string operation, long lease, long argument, Func<NpgsqlDataReader, TResult> read, CancellationToken cancellationToken)
    {
        // Reports of many callers come at once, and opening a connection for each takes longer than to wait for one.
        await _connections.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ChangeAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException exception) when (exception is not PostgresException)
        {
            // A server that was started anew has left broken connections in the pool, and one after the other would fail.
            _dataSource.Clear();
            return await ChangeAsync().ConfigureAwait(false);
        }
        finally
        {
            _connections.Release();
        }

        async Task<TResult> ChangeAsync()
        {
            var connection = await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                return await ExecuteAsync(connection, _update).ConfigureAwait(false) is (true, var updated)
                    ? updated
                    : (await ExecuteAsync(connection, _upsert).ConfigureAwait(false)).Result;
            }
        }

        async Task<(bool IsThere, TResult Result)> ExecuteAsync(NpgsqlConnection connection, string statement)
        {
            var command = new NpgsqlCommand(statement, connection);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = _limit.Name });
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = operation });
                foreach (var value in (ReadOnlySpan<long>)[_limit.Permits, BudgetTime.Microseconds(_limit.Window), BudgetTime.Microseconds(_limit.LongestRequest), lease, argument, _process])
                {
                    command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
                }

                await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? (true, read(reader)) : (false, default!);
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
            if (_isPrepared)
            {
                return;
            }

            await PostgreSqlBudgetSchema.PrepareAsync(
                _dataSource,
                _schema,
                PostgreSqlBudgetSchema.VersionOfBudgets,
                _createsSchema,
                stored => SharedBudgetMismatchException.OfVersions(_limit.Name, stored, PostgreSqlBudgetSchema.Version),
                cancellationToken).ConfigureAwait(false);
            await WarmUpAsync(cancellationToken).ConfigureAwait(false);
            _isPrepared = true;
        }
        finally
        {
            _preparing.Release();
        }
    }

    /// <summary>Opens connections for the pool of the data source, all at a time, so that nobody waits for one later.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var opened = new List<NpgsqlConnection>();
        try
        {
            for (var count = 0; count < Connections; count++)
            {
                opened.Add(await _dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false));
            }
        }
        finally
        {
            foreach (var connection in opened)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
