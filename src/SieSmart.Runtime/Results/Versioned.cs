using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>
/// The answer to a call that returns no value: the version that the resource has now, and how the API names the request.
/// Immutable.
/// </summary>
public class Versioned
{
    private readonly ETag _etag;
    private readonly string? _whyNoETag;

    /// <summary>Creates a result, for instance for a test of code that calls a client.</summary>
    /// <param name="etag">The resource's version; <c>default</c> if the response carried none.</param>
    /// <param name="traceId">The API's trace id, if it named one.</param>
    /// <param name="responseHeaders">The response's headers; none by default.</param>
    public Versioned(
        ETag etag = default,
        string? traceId = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? responseHeaders = null)
    {
        _etag = etag;
        TraceId = traceId;
        ResponseHeaders = responseHeaders ?? HeaderSnapshot.Empty;
    }

    private protected Versioned(OperationContext context)
        : this(context.ReceivedETag, context.TraceId, context.ResponseHeaders)
    {
        _whyNoETag = HasETag ? null : WhyNoETag(context);
        IsNotModified = NamesNoChange(context);
    }

    /// <summary>The version of the resource after the call; pass it to the next write.</summary>
    /// <exception cref="MissingETagException">The response carried none; the message says where to get one.</exception>
    public ETag ETag => HasETag
        ? _etag
        : throw new MissingETagException(_whyNoETag ?? "The result carries no ETag. Read the resource again and use the ETag of that answer.");

    /// <summary>Whether <see cref="ETag"/> can be read.</summary>
    public bool HasETag => !_etag.IsMissing;

    /// <summary>
    /// Whether the API answered a read with <c>If-None-Match</c> that the caller's version is still the newest (304), so that there is no value.
    /// </summary>
    public bool IsNotModified { get; }

    private protected ETag ReceivedETag => _etag;

    /// <summary>The id under which the API keeps the request in its logs; quote it to the API's support.</summary>
    public string? TraceId { get; }

    /// <summary>The headers of the response, each value as it came; names in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ResponseHeaders { get; }

    /// <summary>Wraps up a call that returned no value. Called by generated code.</summary>
    /// <param name="requestInfo">The request that was sent.</param>
    public static Versioned From(RequestInformation requestInfo) => new(ContextOf(requestInfo));

    /// <summary>Wraps up what a call returned. Called by generated code.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="requestInfo">The request that was sent.</param>
    /// <param name="value">What was read from the response.</param>
    /// <exception cref="ResponseUnreadableException">There was no value to read.</exception>
    public static Versioned<T> From<T>(RequestInformation requestInfo, T? value)
        where T : class => Of(ContextOf(requestInfo), requestInfo, value);

    /// <summary>Wraps up what a call returned. Called by generated code.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="requestInfo">The request that was sent.</param>
    /// <param name="value">What was read from the response.</param>
    /// <exception cref="ResponseUnreadableException">There was no value to read.</exception>
    public static Versioned<T> From<T>(RequestInformation requestInfo, T? value)
        where T : struct
    {
        var context = ContextOf(requestInfo);
        return new Versioned<T>(value ?? (NamesNoChange(context) ? default : throw FailureTranslator.MissingBody(context, requestInfo)), context);
    }

    /// <summary>Sends a request that asks for an object. Called by generated code.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="adapter">What sends it.</param>
    /// <param name="requestInfo">The request.</param>
    /// <param name="factory">Makes the object.</param>
    /// <param name="errorMapping">The errors that the document declares, by their statuses.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The object and its version. If there is no object, its failure is a <see cref="ResponseUnreadableException"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="adapter"/> is null.</exception>
    public static Task<Versioned<T>> SendAsync<T>(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        ParsableFactory<T> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
        where T : class, IParsable
    {
        ArgumentNullException.ThrowIfNull(adapter);
        return adapter is IVersionedRequestAdapter own
            ? own.SendVersionedAsync(requestInfo, factory, errorMapping, cancellationToken)
            : FromAsync(requestInfo, adapter.SendAsync(requestInfo, factory, errorMapping, cancellationToken));
    }

    /// <summary>Sends a request that asks for nothing. Called by generated code.</summary>
    /// <param name="adapter">What sends it.</param>
    /// <param name="requestInfo">The request.</param>
    /// <param name="errorMapping">The errors that the document declares, by their statuses.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version that the resource has now.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="adapter"/> is null.</exception>
    public static Task<Versioned> SendNoContentAsync(
        IRequestAdapter adapter,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        return adapter is IVersionedRequestAdapter own
            ? own.SendVersionedAsync(requestInfo, errorMapping, cancellationToken)
            : FromAsync(requestInfo, adapter.SendNoContentAsync(requestInfo, errorMapping, cancellationToken));
    }

    /// <summary>Wraps up a call that returns no value, when it has ended. Called by generated code.</summary>
    /// <param name="requestInfo">The request that was sent.</param>
    /// <param name="sending">The call. What it fails with, this fails with.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Task<Versioned> FromAsync(RequestInformation requestInfo, Task sending)
    {
        ArgumentNullException.ThrowIfNull(sending);
        return sending.Status switch
        {
            TaskStatus.RanToCompletion => Task.FromResult(From(requestInfo)),
            TaskStatus.Faulted => Task.FromException<Versioned>(FailureOf(sending)),
            _ => WaitAsync(requestInfo, sending),
        };
    }

    /// <summary>Wraps up what a call returns, when it has ended. Called by generated code.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="requestInfo">The request that was sent.</param>
    /// <param name="sending">The call. What it fails with, this fails with; if there is no value to read, it is a <see cref="ResponseUnreadableException"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Task<Versioned<T>> FromAsync<T>(RequestInformation requestInfo, Task<T?> sending)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(sending);
        return sending.Status switch
        {
            TaskStatus.RanToCompletion when sending.Result is { } value => Task.FromResult(From(requestInfo, value)),
            TaskStatus.Faulted => Task.FromException<Versioned<T>>(FailureOf(sending)),
            _ => WaitAsync(requestInfo, sending),
        };
    }

    /// <summary>Wraps up what a call returns, when it has ended. Called by generated code.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="requestInfo">The request that was sent.</param>
    /// <param name="sending">The call. What it fails with, this fails with; if there is no value to read, it is a <see cref="ResponseUnreadableException"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Task<Versioned<T>> FromAsync<T>(RequestInformation requestInfo, Task<T?> sending)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(sending);
        return sending.Status switch
        {
            TaskStatus.RanToCompletion when sending.Result is { } value => Task.FromResult(From<T>(requestInfo, value)),
            TaskStatus.Faulted => Task.FromException<Versioned<T>>(FailureOf(sending)),
            _ => WaitAsync(requestInfo, sending),
        };
    }

    /// <summary>Wraps up a call that returned no value, and that somebody else's code sent. Called by generated code.</summary>
    /// <param name="context">What became of the call.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    public static Versioned From(OperationContext context) => new(context ?? throw new ArgumentNullException(nameof(context)));

    /// <summary>Wraps up what a call returned that somebody else's code sent. Called by generated code.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="context">What became of the call.</param>
    /// <param name="value">What was read from the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    /// <exception cref="ResponseUnreadableException">There was no value to read.</exception>
    public static Versioned<T> From<T>(OperationContext context, T? value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Versioned<T>(value ?? throw FailureTranslator.MissingBody(context), context);
    }

    /// <summary>Wraps up what a call returned that somebody else's code sent. Called by generated code.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="context">What became of the call.</param>
    /// <param name="value">What was read from the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    /// <exception cref="ResponseUnreadableException">There was no value to read.</exception>
    public static Versioned<T> From<T>(OperationContext context, T? value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Versioned<T>(value ?? throw FailureTranslator.MissingBody(context), context);
    }

    /// <summary>ETag and trace id, never a body.</summary>
    public override string ToString() => $"{nameof(Versioned)} {{ ETag = {_etag}, TraceId = {TraceId} }}";

    internal static Versioned<T> Of<T>(OperationContext context, RequestInformation requestInfo, T? value)
        where T : class =>
        new(value ?? (NamesNoChange(context) ? default! : throw FailureTranslator.MissingBody(context, requestInfo)), context);

    private static async Task<Versioned> WaitAsync(RequestInformation requestInfo, Task sending)
    {
        await sending.ConfigureAwait(false);
        return From(requestInfo);
    }

    private static async Task<Versioned<T>> WaitAsync<T>(RequestInformation requestInfo, Task<T?> sending)
        where T : class =>
        From(requestInfo, await sending.ConfigureAwait(false));

    private static async Task<Versioned<T>> WaitAsync<T>(RequestInformation requestInfo, Task<T?> sending)
        where T : struct =>
        From(requestInfo, await sending.ConfigureAwait(false));

    private static Exception FailureOf(Task sending) => sending.Exception!.InnerException!;

    private static bool NamesNoChange(OperationContext context) => context.StatusCode == System.Net.HttpStatusCode.NotModified;

    private static OperationContext ContextOf(RequestInformation requestInfo) =>
        requestInfo is null ? throw new ArgumentNullException(nameof(requestInfo)) : OperationContext.Of(requestInfo);

    private static string WhyNoETag(OperationContext context)
    {
        var operation = context.Operation?.ToString() ?? "The request";
        if (!context.WasObserved)
        {
            return $"The ETag of {operation} was never read: the HttpClient has no {nameof(OperationContextHandler)}. Add one as its innermost handler, as {nameof(OperationRequestAdapter)} describes, or use the client's own constructor; an adapter of your own, such as a mock, tells it by {nameof(OperationContext)}.{nameof(OperationContext.NoteAnswer)}(…).";
        }

        if (context.UnusableETag is { } text)
        {
            return $"{operation} succeeded, but its answer carried an ETag that can't be sent back: {text}. Ask the API's operator to send one that RFC 9110, section 8.8.3 allows, or nothing can be changed here without overwriting.";
        }

        var reread = context.Operation?.VersionScope is { } scope
            ? $"Read the resource again (GET {scope})"
            : "Read the resource again";
        return $"{operation} succeeded, but its answer carried no ETag. {reread} and use the ETag of that answer.";
    }
}
