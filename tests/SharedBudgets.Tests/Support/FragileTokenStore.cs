using System.Collections.Concurrent;
using SieSmart.Pipeline.Sharing.Tokens;

namespace SharedBudgets.Tests.Support;

/// <summary>A store that can be away, or hang, and notes what it was asked and given.</summary>
internal sealed class FragileTokenStore(ISharedTokenStore store) : ISharedTokenStore
{
    private readonly TaskCompletionSource _never = new();

    public bool IsAway { get; set; }

    public bool Hangs { get; set; }

    /// <summary>Fails when something is stored, and then only.</summary>
    public bool IsFull { get; set; }

    public ConcurrentQueue<string> Keys { get; } = [];

    public ConcurrentQueue<byte[]> Contents { get; } = [];

    public async ValueTask<SharedTokenAnswer> AskAsync(string key, long after, string asker, TimeSpan lease, CancellationToken cancellationToken)
    {
        await AnswerAsync();
        Keys.Enqueue(key);
        return await store.AskAsync(key, after, asker, lease, cancellationToken);
    }

    public async ValueTask<long?> StoreAsync(string key, string asker, ProtectedToken token, CancellationToken cancellationToken)
    {
        await AnswerAsync();
        if (IsFull)
        {
            throw new IOException("The store is full.");
        }

        Contents.Enqueue(token.Content.ToArray());
        return await store.StoreAsync(key, asker, token, cancellationToken);
    }

    public async ValueTask ReleaseAsync(string key, string asker, CancellationToken cancellationToken)
    {
        await AnswerAsync();
        await store.ReleaseAsync(key, asker, cancellationToken);
    }

    public async ValueTask DropAsync(string key, long version, CancellationToken cancellationToken)
    {
        await AnswerAsync();
        await store.DropAsync(key, version, cancellationToken);
    }

    private async Task AnswerAsync()
    {
        if (Hangs)
        {
            await _never.Task;
        }

        if (IsAway)
        {
            throw new IOException("The store is away.");
        }
    }
}
