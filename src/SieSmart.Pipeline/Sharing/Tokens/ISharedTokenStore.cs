namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>
/// Where processes keep an access token that they share, encrypted, and agree which of them fetches the next one. The clients in front of it
/// encrypt, wait and fall back; a store only answers, at once.
/// </summary>
/// <remarks>
/// <para>
/// Each operation is one atomic change. All times are those of one clock, the store's own, and go in and out as lengths: the clocks of processes
/// differ, so none of theirs may come in.
/// </para>
/// <para>
/// A version is greater than all before it of the same key, also after the store has lost what it knew: the time in microseconds, or one more
/// than the version before if that is greater.
/// </para>
/// <para>
/// It may fail with any exception, and lose anything at any time. Then each process fetches a token of its own, which costs requests and nothing
/// else. What it holds is no secret without the protector's keys, but it should be given to nobody. Implementations must be thread-safe.
/// </para>
/// </remarks>
public interface ISharedTokenStore
{
    /// <summary>
    /// Reads the token, if its version is greater than <paramref name="after"/> and its lifetime is not over. Else takes the lease of fetching
    /// one, unless another asker has it and its time is not over; whoever has the lease already prolongs it.
    /// </summary>
    /// <param name="key">Which token: 64 hexadecimal digits.</param>
    /// <param name="after">The version up to which none will do; 0 if any will.</param>
    /// <param name="asker">Who asks, in up to 64 letters and digits; unlike all others.</param>
    /// <param name="lease">How long the lease lasts.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    ValueTask<SharedTokenAnswer> AskAsync(string key, long after, string asker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a token and ends the lease, if the asker was the last one who took it. A lease whose time is over still counts if nobody took it or
    /// stored a token since.
    /// </summary>
    /// <param name="key">Which token.</param>
    /// <param name="asker">Who fetched it.</param>
    /// <param name="token">The token.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>Its version; null if it was not stored because the lease is another's.</returns>
    ValueTask<long?> StoreAsync(string key, string asker, ProtectedToken token, CancellationToken cancellationToken);

    /// <summary>Ends the lease without a token, if it is the asker's.</summary>
    /// <param name="key">Which token.</param>
    /// <param name="asker">Who had the lease.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    ValueTask ReleaseAsync(string key, string asker, CancellationToken cancellationToken);

    /// <summary>Forgets a token that the API rejected, if it is still that version. A newer one, and the lease, stay.</summary>
    /// <param name="key">Which token.</param>
    /// <param name="version">The version that was rejected.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    ValueTask DropAsync(string key, long version, CancellationToken cancellationToken);
}
