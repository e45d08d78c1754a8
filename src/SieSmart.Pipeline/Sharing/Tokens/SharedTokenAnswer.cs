namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>What a store answers to a question for a token: a token, the lease of fetching one, or for how long another has that. Immutable.</summary>
public sealed class SharedTokenAnswer
{
    private SharedTokenAnswer(ProtectedToken? token, long version, TimeSpan? rest) => (Token, Version, Rest) = (token, version, rest);

    /// <summary>The token; null if there is none that will do.</summary>
    public ProtectedToken? Token { get; }

    /// <summary>The version of <see cref="Token"/>; 0 without one.</summary>
    public long Version { get; }

    /// <summary>How long another's lease lasts yet; null if there is a token, or the asker has the lease.</summary>
    public TimeSpan? Rest { get; }

    /// <summary>Whether it is the asker who fetches the next token, and nobody else.</summary>
    public bool IsLeased => Token is null && Rest is null;

    /// <summary>There is a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="version">Its version, more than the asker knows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="token"/> is null.</exception>
    public static SharedTokenAnswer Found(ProtectedToken token, long version)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new SharedTokenAnswer(token, version, rest: null);
    }

    /// <summary>There is none that will do, and the asker fetches one.</summary>
    public static SharedTokenAnswer Leased() => new(token: null, version: 0, rest: null);

    /// <summary>There is none that will do, and another fetches one.</summary>
    /// <param name="rest">How long its lease lasts yet; less than zero is taken for zero.</param>
    public static SharedTokenAnswer Busy(TimeSpan rest) => new(token: null, version: 0, rest < TimeSpan.Zero ? TimeSpan.Zero : rest);
}
