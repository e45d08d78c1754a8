using SieSmart.Pipeline.Authentication;

namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>What came of the wait for one's turn.</summary>
/// <param name="Token">The token that another process has fetched; null without one.</param>
/// <param name="HasLease">Whether this process is the one to fetch the next.</param>
internal readonly record struct TokenTurn(AccessToken? Token, bool HasLease)
{
    /// <summary>Nothing can be shared now: each process fetches its own.</summary>
    public static TokenTurn Alone => new(Token: null, HasLease: false);

    public static TokenTurn Own => new(Token: null, HasLease: true);

    public static TokenTurn Of(AccessToken token) => new(token, HasLease: false);
}
