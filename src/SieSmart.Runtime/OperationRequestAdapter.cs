#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;
using SieSmart.Runtime.Routing;
using SieSmart.Runtime.Sending;

namespace SieSmart.Runtime;

/// <summary>
/// Sends requests through another adapter, and turns whatever fails on the way, the reading of the response included,
/// into a <see cref="SieSmartException"/> that says what to do.
/// </summary>
/// <remarks>
/// <para>The HttpClient of the inner adapter needs an <see cref="OperationContextHandler"/> as its innermost handler:
/// what it sees tells a write that was never sent from one whose fate is unknown.</para>
/// <code>
/// var handler = new OperationContextHandler("X-Trace-Id") { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } };
/// var adapter = new OperationRequestAdapter(
///     new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: new HttpClient(handler)));
/// </code>
/// <para>A cancellation by the caller's own token stays an <see cref="OperationCanceledException"/>; a write that was
/// cancelled so may have been applied. Thread-safe if the inner adapter is, as Kiota's is.</para>
/// </remarks>
public sealed class OperationRequestAdapter : IVersionedRequestAdapter
{
    private readonly IRequestAdapter _inner;
    private readonly FailureTranslator _translator;
    private readonly OperationTemplates _operations;
    private readonly TimeProvider _timeProvider;

    /// <summary>Wraps an adapter.</summary>
    /// <param name="inner">The adapter that sends; it stays its creator's to dispose.</param>
    /// <param name="options">What to know of the API; nothing by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    /// <exception cref="ArgumentException">The HttpClient of <paramref name="inner"/> has no <see cref="OperationContextHandler"/>.</exception>
    public OperationRequestAdapter(IRequestAdapter inner, OperationRequestAdapterOptions? options = null)
    {
        _inner = inner ?? throw new ArgumentNullException(nameof(inner));
        ThrowIfUnobserved(inner);
        options ??= new OperationRequestAdapterOptions();
        _translator = new FailureTranslator(options.Advice, options.FieldErrors);
        _operations = new OperationTemplates(options.Operations);
        _timeProvider = options.TimeProvider;
    }

    /// <summary>
    /// Refuses an adapter with which no ETag would be read, and a write that failed could not be told from one whose fate is unknown.
    /// Called by generated code when a client is made, before anything is sent.
    /// </summary>
    /// <param name="adapter">The adapter.</param>
    /// <exception cref="ArgumentNullException"><paramref name="adapter"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// It is Kiota's, and its HttpClient has no <see cref="OperationContextHandler"/>. What can't be looked into is taken for good.
    /// </exception>
    public static void ThrowIfUnobserved(IRequestAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        if (HandlerChain.IsUnobserved(adapter))
        {
            throw new ArgumentException(
                $"The adapter's HttpClient has no {nameof(OperationContextHandler)}: no ETag would be read, and nobody could tell whether a failed write was applied. Make the client with SieSmart.Pipeline, by services.AddOpenApiClient<…>(…) or OpenApiClient.Create<…>(…); or put the handler next to the transport, as {nameof(OperationRequestAdapter)} describes.",
                nameof(adapter));
        }
    }

    /// <inheritdoc/>
    public ISerializationWriterFactory SerializationWriterFactory => _inner.SerializationWriterFactory;

    /// <inheritdoc/>
    public string? BaseUrl
    {
        get => _inner.BaseUrl;
        set => _inner.BaseUrl = value;
    }

    /// <inheritdoc/>
    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) => _inner.EnableBackingStore(backingStoreFactory);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task<TModel?> SendAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where TModel : IParsable =>
        CallAsync<TModel?, TModel?, ObjectCall<TModel>, PlainForm<TModel?>>(new(factory), requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task<IEnumerable<TModel>?> SendCollectionAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where TModel : IParsable =>
        CallAsync<IEnumerable<TModel>?, IEnumerable<TModel>?, ObjectsCall<TModel>, PlainForm<IEnumerable<TModel>?>>(new(factory), requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task<TModel?> SendPrimitiveAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        CallAsync<TModel?, TModel?, ScalarCall<TModel>, PlainForm<TModel?>>(default, requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task<IEnumerable<TModel>?> SendPrimitiveCollectionAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        CallAsync<IEnumerable<TModel>?, IEnumerable<TModel>?, ScalarsCall<TModel>, PlainForm<IEnumerable<TModel>?>>(default, requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        CallAsync<bool, bool, EmptyCall, PlainForm<bool>>(default, requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<TModel>> SendVersionedAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
        where TModel : class, IParsable =>
        CallAsync<TModel?, Versioned<TModel>, ObjectCall<TModel>, VersionedForm<TModel>>(new(factory), requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned> SendVersionedAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken) =>
        CallAsync<bool, Versioned, EmptyCall, VersionForm>(default, requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
        _inner.ConvertToNativeRequestAsync<T>(requestInfo, cancellationToken);

    /// <summary>
    /// Whether a success isn't the API's own: an HTML page that nobody asked for, or a file of another type than was asked for.
    /// </summary>
    private static bool IsForeign<T>(RequestInformation requestInfo, OperationContext context) =>
        context.ContentType is { } type && (typeof(T) == typeof(Stream) || MediaRange.IsHtml(type)) && IsForeign<T>(requestInfo, type);

    private static bool IsForeign<T>(RequestInformation requestInfo, string type)
    {
        var accepted = requestInfo.Headers.TryGetValue("Accept", out var ranges) ? ranges.ToList() : [];
        if (typeof(T) == typeof(Stream) && MediaRange.IsJson(type) && accepted.Exists(range => MediaRange.NamesOtherThanJson(range)))
        {
            // Kiota asks for JSON beside a file, since errors come so; a success that is JSON is no file.
            return true;
        }

        return (MediaRange.IsHtml(type) || (typeof(T) == typeof(Stream) && accepted.Count > 0))
            && !accepted.Exists(range => MediaRange.Accepts(range, type));
    }

    /// <summary>
    /// What is wrong with a success of which nothing was read; null if nothing is. Without a Content-Type Kiota reads no body, and a scalar
    /// of another kind is null for it.
    /// </summary>
    private static string? WhyNothingWasRead(RequestInformation requestInfo, OperationContext context) =>
        requestInfo.HttpMethod == Method.HEAD || !context.WasAnsweredWithValue ? null
        : context.ResponseHeaders.ContainsKey("Content-Type") ? "it is a value of another kind than was asked for"
        : "it doesn't say what it is";

    private Task<TResult> CallAsync<T, TResult, TCall, TForm>(
        TCall call,
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
        where TCall : struct, IAdapterCall<T>
        where TForm : struct, IResultForm<T, TResult>
    {
        OperationContext context;
        try
        {
            context = Begin(requestInfo);
        }
        catch (Exception exception)
        {
            return Task.FromException<TResult>(exception);
        }

        ValueTask<Outcome<T>> sending;
        try
        {
            sending = call.SendAsync(_inner, requestInfo, errorMapping, cancellationToken);
        }
        catch (Exception exception)
        {
            sending = new(Outcome<T>.Failed(exception));
        }

        return sending.IsCompletedSuccessfully
            ? End<T, TResult, TForm>(sending.Result, requestInfo, context, cancellationToken).ToTask()
            : WaitAndEndAsync<T, TResult, TForm>(sending, requestInfo, context, cancellationToken);
    }

    private OperationContext Begin(RequestInformation requestInfo)
    {
        ArgumentNullException.ThrowIfNull(requestInfo);

        var context = OperationContext.Of(requestInfo);
        if (!context.IsAttached && _operations.Find(requestInfo) is { } operation)
        {
            context.Recognise(operation);
        }

        context.BeginCall(requestInfo, _timeProvider);
        return context;
    }

    private async Task<TResult> WaitAndEndAsync<T, TResult, TForm>(
        ValueTask<Outcome<T>> sending,
        RequestInformation requestInfo,
        OperationContext context,
        CancellationToken cancellationToken)
        where TForm : struct, IResultForm<T, TResult> =>
        End<T, TResult, TForm>(await sending.ConfigureAwait(false), requestInfo, context, cancellationToken).ValueOrThrow();

    /// <summary>Ends a call of which it is known what came of it.</summary>
    private Outcome<TResult> End<T, TResult, TForm>(Outcome<T> outcome, RequestInformation requestInfo, OperationContext context, CancellationToken cancellationToken)
        where TForm : struct, IResultForm<T, TResult>
    {
        context.StopClock(_timeProvider);
        try
        {
            return FindFailure(outcome, requestInfo, context, cancellationToken) is { } failure
                ? Outcome<TResult>.Failed(failure)
                : Outcome<TResult>.Of(default(TForm).Of(outcome.Value, requestInfo, context));
        }
        catch (Exception exception)
        {
            return Outcome<TResult>.Failed(exception);
        }
        finally
        {
            context.EndCall();
        }
    }

    /// <summary>What is wrong with an answer that seems to be a success; null if nothing is.</summary>
    private static string? WhatIsWrong<T>(RequestInformation requestInfo, OperationContext context, T result) =>
        FailureTranslator.IsRedirect(context) ? "it is a redirect"
        : IsForeign<T>(requestInfo, context) ? "it is of a type that was not asked for"
        : result is null && FailureTranslator.IsSuccess(context) ? WhyNothingWasRead(requestInfo, context)
        : null;

    /// <summary>Why a call failed, in the words that are told; null if it succeeded.</summary>
    private Exception? FindFailure<T>(Outcome<T> outcome, RequestInformation requestInfo, OperationContext context, CancellationToken cancellationToken)
    {
        if (outcome.Failure is { } exception)
        {
            return Translate(exception, requestInfo, context, cancellationToken);
        }

        var result = outcome.Value;
        if (IsReadByCaller(requestInfo) || WhatIsWrong(requestInfo, context, result) is not { } why)
        {
            return null;
        }

        // Kiota takes a redirect that wasn't followed for an answer without a body, and a proxy's page for a file: a write
        // would seem to have succeeded.
        (result as IDisposable)?.Dispose();
        return _translator.Translate(why, requestInfo, context);
    }

    private Exception Translate(Exception exception, RequestInformation requestInfo, OperationContext context, CancellationToken cancellationToken)
    {
        if (exception is SieSmartException own)
        {
            if (context.IsInDoubt && own is not OutcomeUnknownException)
            {
                return _translator.Superseded(own, requestInfo, context);
            }

            own.Complete(context);
            return own;
        }

        return !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested) && FailureTranslator.CanExplain(exception, context)
            ? _translator.Translate(exception, requestInfo, context)
            : exception;
    }

    /// <summary>Whether the caller brought a handler that reads the answer, whatever it is, and may return nothing.</summary>
    private static bool IsReadByCaller(RequestInformation requestInfo) => CallOptions.Find<ResponseHandlerOption>(requestInfo)?.ResponseHandler is not null;
}
