namespace SieSmart.Pipeline.Sharing.Tokens.Leasing;

/// <summary>What a store knows of a token. Times are in microseconds of the store's clock.</summary>
/// <param name="Version">The version of the last one; 0 if there never was one.</param>
/// <param name="Content">Its ciphertext; null if there is none, or it was dropped.</param>
/// <param name="Lifetime">How long it is good for.</param>
/// <param name="FetchedAt">When it was asked for.</param>
/// <param name="Holder">Who took the lease last; null if it is nobody's.</param>
/// <param name="LeasedUntil">When that lease is over.</param>
internal sealed record TokenEntry(long Version, byte[]? Content, long Lifetime, long FetchedAt, string? Holder, long LeasedUntil)
{
    /// <summary>That nothing is known.</summary>
    public static TokenEntry Empty { get; } = new(Version: 0, Content: null, Lifetime: 0, FetchedAt: 0, Holder: null, LeasedUntil: 0);
}
