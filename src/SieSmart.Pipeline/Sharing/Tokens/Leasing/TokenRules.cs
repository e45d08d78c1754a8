using SieSmart.Pipeline.Sharing.Counting;

namespace SieSmart.Pipeline.Sharing.Tokens.Leasing;

/// <summary>
/// The rules of a shared token. Redis and PostgreSQL have them in their own languages; whoever changes them here changes them there, and one
/// suite of tests holds them all to it.
/// </summary>
internal static class TokenRules
{
    public static (TokenEntry Entry, SharedTokenAnswer Answer) Ask(TokenEntry entry, long after, string asker, TimeSpan lease, long now)
    {
        if (entry.Content is { } content && entry.Version > after && now < entry.FetchedAt + entry.Lifetime)
        {
            var token = new ProtectedToken(content, BudgetTime.Of(entry.Lifetime), BudgetTime.Of(Math.Max(now - entry.FetchedAt, 0)));
            return (entry, SharedTokenAnswer.Found(token, entry.Version));
        }

        return entry.Holder is { } holder && !string.Equals(holder, asker, StringComparison.Ordinal) && now < entry.LeasedUntil
            ? (entry, SharedTokenAnswer.Busy(BudgetTime.Of(entry.LeasedUntil - now)))
            : (entry with { Holder = asker, LeasedUntil = now + BudgetTime.Microseconds(lease) }, SharedTokenAnswer.Leased());
    }

    public static (TokenEntry Entry, long? Version) Store(TokenEntry entry, string asker, ProtectedToken token, long now)
    {
        if (!string.Equals(entry.Holder, asker, StringComparison.Ordinal))
        {
            return (entry, null);
        }

        var version = Math.Max(entry.Version + 1, now);
        var fetchedAt = now - BudgetTime.Microseconds(token.Age);
        return (new TokenEntry(version, token.Content.ToArray(), BudgetTime.Microseconds(token.Lifetime), fetchedAt, Holder: null, LeasedUntil: 0), version);
    }

    public static TokenEntry Release(TokenEntry entry, string asker) =>
        string.Equals(entry.Holder, asker, StringComparison.Ordinal) ? entry with { Holder = null, LeasedUntil = 0 } : entry;

    public static TokenEntry Drop(TokenEntry entry, long version) => entry.Version == version ? entry with { Content = null } : entry;
}
