using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests;

/// <summary>Generated code calls any adapter, and has versions from one that returns them itself.</summary>
public sealed class VersionedSendingTests
{
    private static readonly ETag Version = ETag.Parse("v1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asks_an_adapter_for_the_version_that_returns_it_itself()
    {
        var adapter = new VersionedAdapter();

        var value = await Versioned.SendAsync(adapter, Api.Request(Api.Put), Proposal.Create, errorMapping: null, Cancellation);
        var nothing = await Versioned.SendNoContentAsync(adapter, Api.Request(Api.Put), errorMapping: null, Cancellation);

        Assert.Equal(Version, value.ETag);
        Assert.Equal(Version, nothing.ETag);
        Assert.Equal(0, adapter.PlainCalls);
    }

    [Fact]
    public async Task Asks_any_other_adapter_for_the_value()
    {
        var adapter = new PlainAdapter();

        var value = await Versioned.SendAsync(adapter, Api.Request(Api.Put), Proposal.Create, errorMapping: null, Cancellation);
        var nothing = await Versioned.SendNoContentAsync(adapter, Api.Request(Api.Put), errorMapping: null, Cancellation);

        Assert.Equal(Version, value.ETag);
        Assert.Equal(Version, nothing.ETag);
        Assert.Equal(2, adapter.PlainCalls);
    }

    [Fact]
    public async Task A_failure_is_nobodys_but_its_callers()
    {
        await using var server = await StubServer.StartAsync(412, """{"message":"an error that nobody may lose"}""");
        using var api = new Api(server.Address);
        var lost = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            lock (lost)
            {
                lost.AddRange(arguments.Exception.Flatten().InnerExceptions);
            }
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            for (var call = 0; call < 20; call++)
            {
                await Assert.ThrowsAsync<PreconditionFailedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));
                await Assert.ThrowsAsync<PreconditionFailedException>(() => api.SubmitAsync(Version));
            }

            // Whether a task's exception was looked at is known when the task is gone.
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        lock (lost)
        {
            Assert.DoesNotContain(lost, exception => exception.ToString().Contains("an error that nobody may lose", StringComparison.Ordinal));
        }
    }

    private class PlainAdapter : IRequestAdapter
    {
        public int PlainCalls { get; private set; }

        public ISerializationWriterFactory SerializationWriterFactory => SerializationWriterFactoryRegistry.DefaultInstance;

        public string? BaseUrl { get; set; }

        public void EnableBackingStore(IBackingStoreFactory backingStoreFactory)
        {
        }

        public Task<TModel?> SendAsync<TModel>(RequestInformation requestInfo, ParsableFactory<TModel> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default)
            where TModel : IParsable
        {
            PlainCalls++;
            OperationContext.NoteAnswer(requestInfo, Version);
            return Task.FromResult((TModel?)(object)new Proposal());
        }

        public Task SendNoContentAsync(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default)
        {
            PlainCalls++;
            OperationContext.NoteAnswer(requestInfo, Version);
            return Task.CompletedTask;
        }

        public Task<IEnumerable<TModel>?> SendCollectionAsync<TModel>(RequestInformation requestInfo, ParsableFactory<TModel> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default)
            where TModel : IParsable => throw new NotSupportedException();

        public Task<TModel?> SendPrimitiveAsync<TModel>(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IEnumerable<TModel>?> SendPrimitiveCollectionAsync<TModel>(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class VersionedAdapter : PlainAdapter, IVersionedRequestAdapter
    {
        public Task<Versioned<TModel>> SendVersionedAsync<TModel>(RequestInformation requestInfo, ParsableFactory<TModel> factory, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken)
            where TModel : class, IParsable => Task.FromResult(new Versioned<TModel>((TModel)(object)new Proposal(), Version));

        public Task<Versioned> SendVersionedAsync(RequestInformation requestInfo, Dictionary<string, ParsableFactory<IParsable>>? errorMapping, CancellationToken cancellationToken) => Task.FromResult(new Versioned(Version));
    }
}
