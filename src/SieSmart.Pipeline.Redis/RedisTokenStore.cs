using System.Globalization;
using SieSmart.Pipeline.Redis.Keys;
using SieSmart.Pipeline.Redis.Scripts;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Sharing.Tokens;
using StackExchange.Redis;

namespace SieSmart.Pipeline.Redis;

/// <summary>The encrypted tokens of all processes that use one Redis database.</summary>
/// <remarks>
/// <para>The clock is the server's. Each question is one run of a script. A server that lost what it knew is one in which no token was stored yet.</para>
/// <para>Each token has a key of its own, which expires with it. Thread-safe.</para>
/// </remarks>
public sealed class RedisTokenStore : ISharedTokenStore
{
    /// <summary>Part of each key: what another version stores in another way lies elsewhere.</summary>
    private const int Version = 1;

    private readonly IConnectionMultiplexer _connection;
    private readonly string _prefix;

    /// <summary>Nothing is asked yet.</summary>
    /// <param name="connection">The connection, which stays its creator's to dispose of. All processes must use the same database.</param>
    /// <param name="prefix">What the keys begin with; <see cref="RedisSharedBudget.DefaultPrefix"/> by default. Not empty, without braces.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> is empty or has braces.</exception>
    public RedisTokenStore(IConnectionMultiplexer connection, string prefix = RedisSharedBudget.DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _prefix = KeyPrefix.Checked(prefix);
    }

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server can't be asked.</exception>
    public async ValueTask<SharedTokenAnswer> AskAsync(string key, long after, string asker, TimeSpan lease, CancellationToken cancellationToken)
    {
        var reply = await RunAsync(key, cancellationToken, "ask", after, asker, BudgetTime.Microseconds(lease)).ConfigureAwait(false);
        return (TokenReply)(int)reply[0] switch
        {
            TokenReply.Found => SharedTokenAnswer.Found(new ProtectedToken((byte[])reply[2]!, BudgetTime.Of((long)reply[3]), BudgetTime.Of((long)reply[4])), (long)reply[1]),
            TokenReply.Busy => SharedTokenAnswer.Busy(BudgetTime.Of((long)reply[1])),
            _ => SharedTokenAnswer.Leased(),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server can't be asked.</exception>
    public async ValueTask<long?> StoreAsync(string key, string asker, ProtectedToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var reply = await RunAsync(key, cancellationToken, "store", asker, token.Content, BudgetTime.Microseconds(token.Lifetime), BudgetTime.Microseconds(token.Age)).ConfigureAwait(false);
        return (TokenReply)(int)reply[0] == TokenReply.Stored ? (long)reply[1] : null;
    }

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server can't be asked.</exception>
    public async ValueTask ReleaseAsync(string key, string asker, CancellationToken cancellationToken) =>
        await RunAsync(key, cancellationToken, "release", asker).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="RedisException">The server can't be asked.</exception>
    public async ValueTask DropAsync(string key, long version, CancellationToken cancellationToken) =>
        await RunAsync(key, cancellationToken, "drop", version).ConfigureAwait(false);

    private async Task<RedisValue[]> RunAsync(string key, CancellationToken cancellationToken, params RedisValue[] arguments)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RedisKey[] keys = [$"{_prefix}:token-{Version.ToString(CultureInfo.InvariantCulture)}:{{{key}}}"];
        var reply = await _connection.GetDatabase().ScriptEvaluateAsync(EmbeddedScript.Token, keys, arguments, CommandFlags.DemandMaster).ConfigureAwait(false);
        return (RedisValue[])reply!;
    }
}
