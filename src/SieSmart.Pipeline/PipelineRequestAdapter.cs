#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;
using SieSmart.Pipeline.Endings;
using SieSmart.Runtime;

namespace SieSmart.Pipeline;

/// <summary>The adapter of a client that was made without dependency injection, with the connections that belong to it. Thread-safe.</summary>
/// <remarks>Made by <see cref="OpenApiClient"/>. Dispose of it when no client uses it any more.</remarks>
public sealed class PipelineRequestAdapter : IVersionedRequestAdapter, IDisposable
{
    private readonly OperationRequestAdapter _inner;
    private readonly HttpClient _httpClient;
    private readonly ClientAccount _account;
    private readonly ClientLifetime _lifetime;

    internal PipelineRequestAdapter(OperationRequestAdapter inner, HttpClient httpClient, ClientAccount account, ClientLifetime lifetime)
    {
        _inner = inner;
        _httpClient = httpClient;
        _account = account;
        _lifetime = lifetime;
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
    public Task<TModel?> SendAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where TModel : IParsable =>
        Live().SendAsync(requestInfo, factory, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<IEnumerable<TModel>?> SendCollectionAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where TModel : IParsable =>
        Live().SendCollectionAsync(requestInfo, factory, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<TModel?> SendPrimitiveAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        Live().SendPrimitiveAsync<TModel>(requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<IEnumerable<TModel>?> SendPrimitiveCollectionAsync<
#if NET8_0_OR_GREATER
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)]
#endif
        TModel>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        Live().SendPrimitiveCollectionAsync<TModel>(requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        Live().SendNoContentAsync(requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned<TModel>> SendVersionedAsync<TModel>(
        RequestInformation requestInfo,
        ParsableFactory<TModel> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken)
        where TModel : class, IParsable =>
        Live().SendVersionedAsync(requestInfo, factory, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<Versioned> SendVersionedAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping,
        CancellationToken cancellationToken) =>
        Live().SendVersionedAsync(requestInfo, errorMapping, cancellationToken);

    /// <inheritdoc/>
    public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
        _inner.ConvertToNativeRequestAsync<T>(requestInfo, cancellationToken);

    /// <summary>Closes the connections, and ends calls that are under way.</summary>
    public void Dispose()
    {
        _lifetime.End();
        _httpClient.Dispose();
        _account.Dispose();
    }

    private OperationRequestAdapter Live()
    {
        _lifetime.ThrowIfEnded();
        return _inner;
    }
}
