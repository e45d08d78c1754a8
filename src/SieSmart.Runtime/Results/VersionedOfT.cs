namespace SieSmart.Runtime;

/// <summary>What a call returned, and the version that it has. Immutable.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// It deconstructs: <c>var (proposal, etag) = await client.Proposals[id].GetAsync();</c>. There is no conversion to the
/// value alone: it would drop the ETag that the next write needs.
/// </remarks>
public sealed class Versioned<T> : Versioned
    where T : notnull
{
    /// <summary>Creates a result, for instance for a test of code that calls a client.</summary>
    /// <param name="value">What the call returns.</param>
    /// <param name="etag">The resource's version; <c>default</c> if the response carried none.</param>
    /// <param name="traceId">The API's trace id, if it named one.</param>
    /// <param name="responseHeaders">The response's headers; none by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public Versioned(
        T value,
        ETag etag = default,
        string? traceId = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? responseHeaders = null)
        : base(etag, traceId, responseHeaders) =>
        Value = value is null ? throw new ArgumentNullException(nameof(value)) : value;

    internal Versioned(T value, OperationContext context)
        : base(context) => Value = value;

    /// <summary>What the call returned; null, or its type's <c>default</c>, where <see cref="Versioned.IsNotModified"/> is true.</summary>
    public T Value { get; }

    /// <summary>Takes value and ETag apart.</summary>
    /// <param name="value">What the call returned.</param>
    /// <param name="etag">
    /// Its version; <c>default</c> if the response carried none, which <see cref="Versioned.HasETag"/> tells. The next guarded
    /// write refuses it before anything is sent, and says where to get one.
    /// </param>
    /// <remarks>Never throws: the compiler calls it for discards too, and the call that it takes apart has succeeded.</remarks>
    public void Deconstruct(out T value, out ETag etag)
    {
        value = Value;
        etag = ReceivedETag;
    }
}
