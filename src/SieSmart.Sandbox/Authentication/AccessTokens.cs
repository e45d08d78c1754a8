using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SieSmart.Sandbox.Storage;

namespace SieSmart.Sandbox.Authentication;

/// <summary>The tokens that were issued and are still valid. Knows their hashes only. Thread-safe.</summary>
internal sealed class AccessTokens
{
    private const string Kind = "token";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredToken> _tokens;
    private readonly IStateStore _store;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _lifetime;

    public AccessTokens(IStateStore store, SandboxOptions options)
    {
        _store = store;
        _timeProvider = options.TimeProvider;
        _lifetime = options.TokenLifetime;
        _tokens = store.Load<StoredToken>(Kind).ToDictionary(token => token.Hash, StringComparer.Ordinal);
    }

    public string Issue(ClientCredentials client)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = _timeProvider.GetUtcNow();
        var stored = new StoredToken(Hash(token), client.Id, client.IsReadOnly, now + _lifetime);
        lock (_gate)
        {
            foreach (var expired in _tokens.Values.Where(other => other.ExpiresAt <= now).ToList())
            {
                Remove(expired.Hash);
            }

            _tokens.Add(stored.Hash, stored);
            _store.Save(Kind, stored.Hash, stored);
        }

        return token;
    }

    public StoredToken? Find(string? token)
    {
        if (token is null)
        {
            return null;
        }

        lock (_gate)
        {
            return _tokens.TryGetValue(Hash(token), out var stored) && stored.ExpiresAt > _timeProvider.GetUtcNow()
                ? stored
                : null;
        }
    }

    public void Revoke(string? token)
    {
        if (token is null)
        {
            return;
        }

        lock (_gate)
        {
            Remove(Hash(token));
        }
    }

    public void RevokeAll()
    {
        lock (_gate)
        {
            _tokens.Clear();
            _store.Clear(Kind);
        }
    }

    private void Remove(string hash)
    {
        _tokens.Remove(hash);
        _store.Delete(Kind, hash);
    }

    private static string Hash(string token)
        => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token))).ToLower(CultureInfo.InvariantCulture);
}
