using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

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
public sealed class OperationRequestAdapter : IRequestAdapter
{
    private readonly IRequestAdapter _inner;
    private readonly FailureTranslator _translator;
    private readonly TimeProvider _timeProvider;

    /// <summary>Wraps an adapter.</summary>
    /// <param name="inner">The adapter that sends; it stays its creator's to dispose.</param>
    /// <param name="options">What to know of the API; nothing by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    public OperationRequestAdapter(IRequestAdapter inner, OperationRequestAdapterOptions? options = null)
    {
        _inner = inner ?? throw new ArgumentNullException(nameof(inner));
        options ??= new OperationRequestAdapterOptions();
        _translator = new FailureTranslator(options);
        _timeProvider = options.TimeProvider;
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
        CallAsync(requestInfo, () => _inner.SendAsync(requestInfo, factory, errorMapping, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task<IEnumerable<TModel>?> SendCollectionAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where TModel : IParsable =>
        CallAsync<IEnumerable<TModel>?>(
            requestInfo,
            async () => ReadToEnd(await _inner.SendCollectionAsync(requestInfo, factory, errorMapping, cancellationToken).ConfigureAwait(false)),
            cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task<TModel?> SendPrimitiveAsync<TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        CallAsync(requestInfo, () => _inner.SendPrimitiveAsync<TModel>(requestInfo, errorMapping, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task<IEnumerable<TModel>?> SendPrimitiveCollectionAsync<TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        CallAsync<IEnumerable<TModel>?>(
            requestInfo,
            async () => ReadToEnd(await _inner.SendPrimitiveCollectionAsync<TModel>(requestInfo, errorMapping, cancellationToken).ConfigureAwait(false)),
            cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="SieSmartException">The call failed.</exception>
    public Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        CallAsync(
            requestInfo,
            async () =>
            {
                await _inner.SendNoContentAsync(requestInfo, errorMapping, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
        _inner.ConvertToNativeRequestAsync<T>(requestInfo, cancellationToken);

    /// <summary>Kiota may read a collection only while it is enumerated; a fault must surface here.</summary>
    private static List<T>? ReadToEnd<T>(IEnumerable<T>? items) => items switch
    {
        null => null,
        List<T> list => list,
        _ => [.. items],
    };

    /// <summary>
    /// Whether a success isn't the API's own: an HTML page that nobody asked for, or a file of another type than was asked for.
    /// </summary>
    private static bool IsForeign<T>(RequestInformation requestInfo, OperationContext context)
    {
        if (!context.ResponseHeaders.TryGetValue("Content-Type", out var types) || types.Count != 1)
        {
            return false;
        }

        var accepted = requestInfo.Headers.TryGetValue("Accept", out var ranges) ? ranges.ToList() : [];
        return (MediaRange.IsHtml(types[0]) || (typeof(T) == typeof(Stream) && accepted.Count > 0))
            && !accepted.Exists(range => MediaRange.Accepts(range, types[0]));
    }

    private async Task<T> CallAsync<T>(RequestInformation requestInfo, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requestInfo);

        var context = OperationContext.Of(requestInfo);
        context.BeginCall(requestInfo, _timeProvider.GetTimestamp());
        try
        {
            var result = await call().ConfigureAwait(false);
            if (!FailureTranslator.IsRedirect(context) && !IsForeign<T>(requestInfo, context))
            {
                return result;
            }

            (result as IDisposable)?.Dispose();
        }
        catch (SieSmartException exception) when (!context.IsInDoubt || exception is OutcomeUnknownException)
        {
            exception.Complete(context);
            throw;
        }
        catch (SieSmartException exception)
        {
            throw _translator.Superseded(exception, requestInfo, context);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            && FailureTranslator.CanExplain(exception, context))
        {
            throw _translator.Translate(exception, requestInfo, context);
        }
        finally
        {
            context.StopClock(_timeProvider);
        }

        // Kiota takes a redirect that wasn't followed for an answer without a body, and a proxy's page for a file: a write
        // would seem to have succeeded.
        throw _translator.Translate(exception: null, requestInfo, context);
    }
}
