namespace SieSmart.Runtime.Conflicts;

/// <summary>
/// Two changes of one version of a resource: what the merge callback of <see cref="OptimisticConcurrency"/> makes one
/// version of. The three values are independent objects, so the callback may change any of them.
/// </summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public sealed class UpdateConflict<T>
    where T : notnull
{
    /// <summary>Describes a conflict, for instance for a test of a merge callback.</summary>
    /// <param name="baseVersion">The version that both changes began with.</param>
    /// <param name="theirs">The version that the API has now.</param>
    /// <param name="mine">The version that could not be written.</param>
    /// <param name="failure">Why it could not be written.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public UpdateConflict(T baseVersion, T theirs, T mine, SieSmartException failure)
    {
        Base = baseVersion is null ? throw new ArgumentNullException(nameof(baseVersion)) : baseVersion;
        Theirs = theirs is null ? throw new ArgumentNullException(nameof(theirs)) : theirs;
        Mine = mine is null ? throw new ArgumentNullException(nameof(mine)) : mine;
        Failure = failure ?? throw new ArgumentNullException(nameof(failure));
    }

    /// <summary>The version that <see cref="Mine"/> was made from, as it was read.</summary>
    public T Base { get; }

    /// <summary>The version that the API has now, with the changes of others.</summary>
    public T Theirs { get; }

    /// <summary>What the last attempt wanted to write: the changed <see cref="Base"/>, or the result of the merge before.</summary>
    public T Mine { get; }

    /// <summary>
    /// Why the last attempt failed: a <see cref="PreconditionFailedException"/>, or a failure after which the write proved
    /// not to have been applied.
    /// </summary>
    public SieSmartException Failure { get; }
}
