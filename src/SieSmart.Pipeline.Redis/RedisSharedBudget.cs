using System.Globalization;
using SieSmart.Pipeline.Redis.Keys;
using SieSmart.Pipeline.Redis.Scripts;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Sharing.Remote;
using SieSmart.Pipeline.Throttling;
using StackExchange.Redis;

namespace SieSmart.Pipeline.Redis;

/// <summary>The permits of all processes that name one limit, in a Redis server.</summary>
/// <remarks>
/// <para>
/// The clock is the server's. Each question, report and pause is one run of a script. A server that has nothing stored, was started anew or
/// took the place of another may have lost the newest permits, so with it all are free one window later.
/// </para>
/// <para>The keys bear one hash tag, so a cluster keeps them together. They don't expire. Thread-safe.</para>
/// </remarks>
public sealed class RedisSharedBudget : ISharedBudget
{
    /// <summary>What the keys begin with by default.</summary>
    public const string DefaultPrefix = "siesmart:budget";

    private static readonly string[] KeyNames = ["book", "answered", "leases", "processes"];

    private readonly IConnectionMultiplexer _connection;
    private readonly SharedBudgetLimit _limit;
    private readonly RedisKey[] _keys;
    private readonly RedisValue _process = Guid.NewGuid().ToString("N");
    private readonly DoubtfulPermits<string> _doubtful;
    private long _leases;

    /// <summary>Nothing is asked yet.</summary>
    /// <param name="connection">The connection, which stays its creator's to dispose of. All processes must use the same database.</param>
    /// <param name="limit">The limit, which all processes must say alike.</param>
    /// <param name="prefix">What the keys begin with; <see cref="DefaultPrefix"/> by default. Not empty, without braces.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> is empty or has braces.</exception>
    public RedisSharedBudget(IConnectionMultiplexer connection, SharedBudgetLimit limit, string prefix = DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(limit);
        _connection = connection;
        _doubtful = new DoubtfulPermits<string>(lease => CompleteAsync(lease, wasUsed: false));
        _limit = limit;
        _keys = [.. KeyNames.Select(part => (RedisKey)$"{KeyPrefix.Checked(prefix)}:{{{limit.Name}}}:{part}")];
    }

    /// <inheritdoc/>
    /// <exception cref="SharedBudgetMismatchException">Others have another limit, or a newer version of the library.</exception>
    /// <exception cref="RedisException">The server can't be asked.</exception>
    public async ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lease = $"{_process}:{Interlocked.Increment(ref _leases).ToString(CultureInfo.InvariantCulture)}";

        var reply = await ReserveAsync(lease, priority).ConfigureAwait(false);
        switch ((BudgetReply)reply[0])
        {
            case BudgetReply.OtherLimit:
                throw SharedBudgetMismatchException.OfLimits(_limit, (int)reply[1], BudgetTime.Of(reply[2]));
            case BudgetReply.OtherVersion:
                throw SharedBudgetMismatchException.OfVersions(_limit.Name, reply[1], reply[2]);
        }

        var use = new SharedUse((int)reply[2], (int)reply[3], (int)reply[4]);
        return (BudgetReply)reply[0] == BudgetReply.Granted
            ? SharedReservation.Granted(new RedisPermit(this, lease), BudgetTime.Of(reply[1]), use)
            : SharedReservation.NotYet(BudgetTime.Of(reply[1]), use);
    }

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server can't be asked.</exception>
    public async ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await RunAsync("pause", BudgetTime.Microseconds(duration)).ConfigureAwait(false);
    }

    private async Task<long[]> ReserveAsync(string lease, RequestPriority priority)
    {
        long[] reply;
        try
        {
            // Not given up when it is cancelled: the permit that it may still bring is the caller's to give back.
            reply = await RunAsync("reserve", lease, _process, priority == RequestPriority.Bulk ? 1 : 0).ConfigureAwait(false);
        }
        catch (Exception)
        {
            _doubtful.Add(lease);
            throw;
        }

        _doubtful.GiveBack();
        return reply;
    }

    internal Task CompleteAsync(string lease, bool wasUsed) => RunAsync("complete", lease, wasUsed ? 1 : 0);

    private async Task<long[]> RunAsync(string operation, params RedisValue[] values)
    {
        RedisValue[] arguments = [operation, _limit.Permits, BudgetTime.Microseconds(_limit.Window), BudgetTime.Microseconds(_limit.LongestRequest), .. values];
        var reply = await _connection.GetDatabase().ScriptEvaluateAsync(EmbeddedScript.Budget, _keys, arguments, CommandFlags.DemandMaster).ConfigureAwait(false);
        return (long[])reply!;
    }
}
