#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;
using SieSmart.Runtime.Sending;

namespace SieSmart.Runtime;

/// <summary>
/// Sends the requests of generated clients through an <see cref="HttpClient"/>, as Kiota's own adapter does and at less cost: addresses are
/// made from templates that were taken apart before, bodies go out as they were written, and an answer that is in memory is not copied.
/// </summary>
/// <remarks>
/// <para>Authentication, retries and spans are the handlers' business. It follows no challenge and no redirect by itself. Wrapped in an
/// <see cref="OperationRequestAdapter"/> it tells of failures as that does.</para>
/// <para><see cref="HttpClient.Timeout"/> and <see cref="HttpClient.MaxResponseContentBufferSize"/> bound a call unless the timeout is infinite:
/// then bounds are the handlers' business, too, such as a <see cref="BoundedAttemptHandler"/>'s. A <see cref="Stream"/> is left to the caller.</para>
/// <para>Thread-safe once its address is set. The HttpClient stays its creator's to dispose.</para>
/// </remarks>
public sealed class HttpRequestAdapter : IRequestAdapter
{
    private readonly UrlTemplates _templates = new();
    private IParseNodeFactory _reading;
    private ISerializationWriterFactory _writing;
    private string? _baseUrl;

    /// <summary>Makes an adapter.</summary>
    /// <param name="httpClient">What sends.</param>
    /// <param name="parseNodeFactory">What reads answers; by default what generated clients have registered for each format.</param>
    /// <param name="serializationWriterFactory">What writes bodies; by default what generated clients have registered for each format.</param>
    /// <exception cref="ArgumentNullException"><paramref name="httpClient"/> is null.</exception>
    public HttpRequestAdapter(HttpClient httpClient, IParseNodeFactory? parseNodeFactory = null, ISerializationWriterFactory? serializationWriterFactory = null)
    {
        _reading = parseNodeFactory ?? ParseNodeFactoryRegistry.DefaultInstance;
        _writing = serializationWriterFactory ?? SerializationWriterFactoryRegistry.DefaultInstance;
        HttpClient = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        BaseUrl = httpClient.BaseAddress?.ToString();
    }

    /// <inheritdoc/>
    public ISerializationWriterFactory SerializationWriterFactory => _writing;

    /// <inheritdoc/>
    public string? BaseUrl
    {
        get => _baseUrl;
        set => _baseUrl = value?.TrimEnd('/');
    }

    internal HttpClient HttpClient { get; }

    /// <inheritdoc/>
    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory)
    {
        _reading = ApiClientBuilder.EnableBackingStoreForParseNodeFactory(_reading);
        _writing = ApiClientBuilder.EnableBackingStoreForSerializationWriterFactory(_writing);
        if (backingStoreFactory is not null)
        {
            BackingStoreFactorySingleton.Instance = backingStoreFactory;
        }
    }

    /// <inheritdoc/>
    public Task<TModel?> SendAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where TModel : IParsable =>
        TaskOf(TrySendAsync(requestInfo, factory, errorMapping, cancellationToken));

    /// <inheritdoc/>
    public Task<IEnumerable<TModel>?> SendCollectionAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where TModel : IParsable =>
        TaskOf(TrySendCollectionAsync(requestInfo, factory, errorMapping, cancellationToken));

    /// <inheritdoc/>
    public Task<TModel?> SendPrimitiveAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        TaskOf(TrySendPrimitiveAsync<TModel>(requestInfo, errorMapping, cancellationToken));

    /// <inheritdoc/>
    public Task<IEnumerable<TModel>?> SendPrimitiveCollectionAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        TaskOf(TrySendPrimitiveCollectionAsync<TModel>(requestInfo, errorMapping, cancellationToken));

    /// <inheritdoc/>
    public Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
    {
        var calling = TrySendNoContentAsync(requestInfo, errorMapping, cancellationToken);
        if (!calling.IsCompletedSuccessfully)
        {
            return WaitForEndAsync(calling);
        }

        var outcome = calling.Result;
        return outcome.Failure is null ? Task.CompletedTask : WaitForEndAsync(new(outcome));
    }

    /// <inheritdoc cref="SendAsync"/>
    internal ValueTask<Outcome<TModel?>> TrySendAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
        where TModel : IParsable =>
        CallAsync(requestInfo, errorMapping, static (node, factory) => node is null ? default : node.GetObjectValue(factory), factory, cancellationToken);

    /// <inheritdoc cref="SendCollectionAsync"/>
    internal ValueTask<Outcome<IEnumerable<TModel>?>> TrySendCollectionAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
        where TModel : IParsable =>
        CallAsync<IEnumerable<TModel>, ParsableFactory<TModel>>(requestInfo, errorMapping, static (node, factory) => WholeList.Of(node?.GetCollectionOfObjectValues(factory)), factory, cancellationToken);

    /// <inheritdoc cref="SendPrimitiveAsync"/>
    internal ValueTask<Outcome<TModel?>> TrySendPrimitiveAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken) =>
        typeof(TModel) == typeof(Stream)
            ? OpenAsync<TModel>(requestInfo, errorMapping, cancellationToken)
            : CallAsync(requestInfo, errorMapping, static (node, _) => (TModel?)ScalarAnswers.Read<TModel>(node), state: false, cancellationToken);

    /// <inheritdoc cref="SendPrimitiveCollectionAsync"/>
    internal ValueTask<Outcome<IEnumerable<TModel>?>> TrySendPrimitiveCollectionAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken) =>
        CallAsync<IEnumerable<TModel>, bool>(requestInfo, errorMapping, static (node, _) => WholeList.Of(node?.GetCollectionOfPrimitiveValues<TModel>()), state: false, cancellationToken);

    /// <inheritdoc cref="SendNoContentAsync"/>
    internal async ValueTask<Outcome<bool>> TrySendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        try
        {
            var response = await SendMessageAsync(requestInfo, isStream: false, cancellationToken).ConfigureAwait(false);
            if (HandlerOf(requestInfo) is { } handler)
            {
                await handler.HandleResponseAsync<HttpResponseMessage, object>(response, errorMapping).ConfigureAwait(false);
                return Outcome<bool>.Of(true);
            }

            using (response)
            {
                return FailedAnswer.Is(response)
                    ? Outcome<bool>.Failed(await FailedAnswer.ReadAsync(response, errorMapping, _reading, cancellationToken).ConfigureAwait(false))
                    : Outcome<bool>.Of(true);
            }
        }
        catch (Exception exception)
        {
            return Outcome<bool>.Failed(exception);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> is not <see cref="HttpRequestMessage"/>.</exception>
    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requestInfo);
        return RequestMessage.Of(requestInfo, _templates.AddressOf(requestInfo, BaseUrl), HttpClient) is T message
            ? Task.FromResult<T?>(message)
            : throw new InvalidOperationException($"A request can't be made a {typeof(T).Name}. Ask for an {nameof(HttpRequestMessage)}.");
    }

    private static IResponseHandler? HandlerOf(RequestInformation requestInfo) => CallOptions.Find<ResponseHandlerOption>(requestInfo)?.ResponseHandler;

    private static Task<T> TaskOf<T>(ValueTask<Outcome<T>> calling) => calling.IsCompletedSuccessfully ? calling.Result.ToTask() : WaitAsync(calling);

    // Of a call without a value nobody sees that it has one here.
    private static async Task WaitForEndAsync(ValueTask<Outcome<bool>> calling) => (await calling.ConfigureAwait(false)).ValueOrThrow();

    private static async Task<T> WaitAsync<T>(ValueTask<Outcome<T>> calling) => (await calling.ConfigureAwait(false)).ValueOrThrow();

    /// <summary>Sends a request, and reads the answer.</summary>
    /// <param name="requestInfo">The request.</param>
    /// <param name="errorMapping">The errors that the document declares.</param>
    /// <param name="read">Reads the body, of which there may be none.</param>
    /// <param name="state">What it needs for that.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    private async ValueTask<Outcome<TResult?>> CallAsync<TResult, TState>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        Func<IParseNode?, TState, TResult?> read,
        TState state,
        CancellationToken cancellationToken)
    {
        try
        {
            var response = await SendMessageAsync(requestInfo, isStream: false, cancellationToken).ConfigureAwait(false);
            if (HandlerOf(requestInfo) is { } handler)
            {
                return Outcome<TResult?>.Of(await handler.HandleResponseAsync<HttpResponseMessage, TResult>(response, errorMapping).ConfigureAwait(false));
            }

            using (response)
            {
                if (FailedAnswer.Is(response))
                {
                    return Outcome<TResult?>.Failed(await FailedAnswer.ReadAsync(response, errorMapping, _reading, cancellationToken).ConfigureAwait(false));
                }

                var node = AnswerReader.IsEmpty(response) ? null : await AnswerReader.ReadAsync(response, _reading, cancellationToken).ConfigureAwait(false);
                try
                {
                    return Outcome<TResult?>.Of(read(node, state));
                }
                catch (JsonException exception) when (AnswerReader.IsMalformed(response))
                {
                    return Outcome<TResult?>.Failed(FailedAnswer.Unreadable(response, exception));
                }
            }
        }
        catch (Exception exception)
        {
            return Outcome<TResult?>.Failed(exception);
        }
    }

    /// <summary>Sends a request, and hands the body on as it comes.</summary>
    private async ValueTask<Outcome<TStream?>> OpenAsync<TStream>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
    {
        try
        {
            var response = await SendMessageAsync(requestInfo, isStream: true, cancellationToken).ConfigureAwait(false);
            if (HandlerOf(requestInfo) is { } handler)
            {
                return Outcome<TStream?>.Of(await handler.HandleResponseAsync<HttpResponseMessage, TStream>(response, errorMapping).ConfigureAwait(false));
            }

            if (FailedAnswer.Is(response) || AnswerReader.IsEmpty(response))
            {
                using (response)
                {
                    return FailedAnswer.Is(response)
                        ? Outcome<TStream?>.Failed(await FailedAnswer.ReadAsync(response, errorMapping, _reading, cancellationToken).ConfigureAwait(false))
                        : Outcome<TStream?>.Of(default);
                }
            }

#if NET8_0_OR_GREATER
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            if (stream.CanSeek && stream.Length == 0)
            {
                response.Dispose();
                return Outcome<TStream?>.Of(default);
            }

            return Outcome<TStream?>.Of((TStream)(object)stream);
        }
        catch (Exception exception)
        {
            return Outcome<TStream?>.Failed(exception);
        }
    }

    private async ValueTask<HttpResponseMessage> SendMessageAsync(RequestInformation requestInfo, bool isStream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requestInfo);

        using var message = RequestMessage.Of(requestInfo, _templates.AddressOf(requestInfo, BaseUrl), HttpClient);
        // Where HttpClient bounds the call it has to read the answer, too; where it doesn't, a handler has done so.
        var completion = isStream || HttpClient.Timeout == Timeout.InfiniteTimeSpan ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead;
        var response = await HttpClient.SendAsync(message, completion, cancellationToken).ConfigureAwait(false);
        requestInfo.Content?.Dispose();
        return response;
    }
}
