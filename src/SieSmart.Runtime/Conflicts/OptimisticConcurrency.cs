namespace SieSmart.Runtime.Conflicts;

/// <summary>
/// Updates a resource that others may change at the same time, without losing a change of either side: read, change, write
/// with the ETag just read, and start over if somebody else was faster.
/// </summary>
/// <remarks>
/// <para>Nothing is ever written without the ETag of what was read just before, and a write is tried again only if it
/// failed with that ETag as its <see cref="SieSmartException.SentETag"/>: one that was sent without a guard fails at once.</para>
/// <para>After a failure that leaves open whether the write was applied (<see cref="OutcomeUnknownException"/>, or a status of
/// 500 and above) the update fails too, unless there is a <c>wasApplied</c> predicate: then it reads again, and asks.</para>
/// <para>All other failures of <c>read</c> and <c>write</c>, and whatever the callbacks throw, end the update as they are.
/// The callbacks are called one at a time and may be called more than once, so they must have no effects of their own. All
/// methods are thread-safe.</para>
/// </remarks>
/// <example>
/// <code>
/// var updated = await OptimisticConcurrency.UpdateAsync(
///     read: ct =&gt; client.Proposals[id].GetAsync(cancellationToken: ct),
///     change: proposal =&gt; proposal.Customer!.Email = "office@example.org",
///     write: (proposal, etag, ct) =&gt; client.Proposals[id].Customer.PutAsync(proposal.Customer!, etag, cancellationToken: ct),
///     cancellationToken: cancellationToken);
/// </code>
/// </example>
public static class OptimisticConcurrency
{
    /// <summary>Updates a resource by changing the object that was read.</summary>
    /// <typeparam name="T">The type of the resource.</typeparam>
    /// <param name="read">Reads the resource with its ETag. Must give a new object each time.</param>
    /// <param name="change">Changes what was read. Called again with the newer version after a conflict, unless there is a <paramref name="merge"/>.</param>
    /// <param name="write">Writes the changed version. Must pass on the ETag that it is given.</param>
    /// <param name="merge">
    /// Makes one version of two after a conflict; throws to give up. It gets the version before the change as well, for which
    /// each attempt reads twice: the change may have been made to the very object that was read.
    /// </param>
    /// <param name="wasApplied">Whether the version that the API has now contains the change.</param>
    /// <param name="options">Attempts and waits.</param>
    /// <param name="cancellationToken">Cancels reads, writes and waits. A write that is under way may have been applied.</param>
    /// <returns>
    /// The answer to the write; its ETag is missing if the API sends none on writes. After a write whose answer was lost but
    /// which was applied, the version that was read.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is null, or an option is out of its range.</exception>
    /// <exception cref="PreconditionFailedException">There was a conflict in each attempt. Nothing was written.</exception>
    /// <exception cref="OutcomeUnknownException">A write may or may not have been applied.</exception>
    /// <exception cref="MissingETagException">The answer to a read had no ETag.</exception>
    public static Task<Versioned<T>> UpdateAsync<T>(
        Func<CancellationToken, Task<Versioned<T>>> read,
        Action<T> change,
        Func<T, ETag, CancellationToken, Task<Versioned<T>>> write,
        Func<UpdateConflict<T>, T>? merge = null,
        Func<T, bool>? wasApplied = null,
        UpdateOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(change);
        return UpdateAsync(
            read,
            value =>
            {
                change(value);
                return value;
            },
            write,
            merge,
            wasApplied,
            options,
            cancellationToken);
    }

    /// <summary>Updates a resource by making a new version from the one that was read.</summary>
    /// <param name="change">Makes the new version, which may be the object that was read. Called again with the newer version after a conflict, unless there is a <paramref name="merge"/>.</param>
    /// <inheritdoc cref="UpdateAsync{T}(Func{CancellationToken, Task{Versioned{T}}}, Action{T}, Func{T, ETag, CancellationToken, Task{Versioned{T}}}, Func{UpdateConflict{T}, T}?, Func{T, bool}?, UpdateOptions?, CancellationToken)"/>
    public static async Task<Versioned<T>> UpdateAsync<T>(
        Func<CancellationToken, Task<Versioned<T>>> read,
        Func<T, T> change,
        Func<T, ETag, CancellationToken, Task<Versioned<T>>> write,
        Func<UpdateConflict<T>, T>? merge = null,
        Func<T, bool>? wasApplied = null,
        UpdateOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(write);
        var update = new Update<T, Versioned<T>>(read, change, write, static current => current, merge, wasApplied, UpdateOptions.Freeze(options));
        return await update.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Updates a resource by a write that says itself what to change, such as one that adds an entry.</summary>
    /// <inheritdoc cref="UpdateAsync{T}(Func{CancellationToken, Task{Versioned{T}}}, Action{T}, Func{T, ETag, CancellationToken, Task{Versioned{T}}}, Func{UpdateConflict{T}, T}?, Func{T, bool}?, UpdateOptions?, CancellationToken)"/>
    /// <param name="read">Reads the resource with its ETag.</param>
    /// <param name="write">Writes on the basis of what was read. Must pass on the ETag that it is given.</param>
    public static Task<Versioned<T>> UpdateAsync<T>(
        Func<CancellationToken, Task<Versioned<T>>> read,
        Func<T, ETag, CancellationToken, Task<Versioned<T>>> write,
        Func<T, bool>? wasApplied = null,
        UpdateOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : notnull =>
        UpdateAsync(read, static (T current) => current, write, merge: null, wasApplied, options, cancellationToken);

    /// <summary>Updates a resource by a write whose answer is not the resource: nothing at all, or something else.</summary>
    /// <typeparam name="T">The type of the resource.</typeparam>
    /// <typeparam name="TAnswer">The type of the answer.</typeparam>
    /// <returns>The answer to the write. After a write whose answer was lost but which was applied, the version that was read.</returns>
    /// <inheritdoc cref="UpdateAsync{T}(Func{CancellationToken, Task{Versioned{T}}}, Func{T, ETag, CancellationToken, Task{Versioned{T}}}, Func{T, bool}?, UpdateOptions?, CancellationToken)"/>
    public static async Task<Versioned> UpdateAsync<T, TAnswer>(
        Func<CancellationToken, Task<Versioned<T>>> read,
        Func<T, ETag, CancellationToken, Task<TAnswer>> write,
        Func<T, bool>? wasApplied = null,
        UpdateOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : notnull
        where TAnswer : Versioned
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(write);
        var update = new Update<T, Versioned>(
            read,
            static current => current,
            async (value, etag, token) => await write(value, etag, token).ConfigureAwait(false),
            static current => current,
            merge: null,
            wasApplied,
            UpdateOptions.Freeze(options));
        return await update.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
