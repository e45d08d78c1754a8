using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Sharing.Tokens.Leasing;

namespace SharedBudgets.Tests.InMemory;

/// <summary>Where several processes share tokens, without the processes: the shortest store that the suite lets pass.</summary>
internal sealed class InMemoryTokenStore(TimeProvider timeProvider) : ISharedTokenStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TokenEntry> _entries = [];

    public ValueTask<SharedTokenAnswer> AskAsync(string key, long after, string asker, TimeSpan lease, CancellationToken cancellationToken) =>
        Change(key, (entry, now) => TokenRules.Ask(entry, after, asker, lease, now), cancellationToken);

    public ValueTask<long?> StoreAsync(string key, string asker, ProtectedToken token, CancellationToken cancellationToken) =>
        Change(key, (entry, now) => TokenRules.Store(entry, asker, token, now), cancellationToken);

    public async ValueTask ReleaseAsync(string key, string asker, CancellationToken cancellationToken) =>
        await Change(key, (entry, _) => (TokenRules.Release(entry, asker), true), cancellationToken);

    public async ValueTask DropAsync(string key, long version, CancellationToken cancellationToken) =>
        await Change(key, (entry, _) => (TokenRules.Drop(entry, version), true), cancellationToken);

    private ValueTask<TResult> Change<TResult>(string key, Func<TokenEntry, long, (TokenEntry, TResult)> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            (_entries[key], var result) = change(_entries.GetValueOrDefault(key, TokenEntry.Empty), timeProvider.GetElapsedTime(0).Ticks / 10);
            return ValueTask.FromResult(result);
        }
    }
}
