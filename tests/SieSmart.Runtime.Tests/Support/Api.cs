using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace SieSmart.Runtime.Tests.Support;

/// <summary>What generated code does, by hand: three operations of a small API.</summary>
internal sealed class Api : IDisposable
{
    public static readonly OperationDescription Get =
        new("getProposal", "GET", "/proposals/{proposal-id}", versionScope: "/proposals/{proposal-id}");

    public static readonly OperationDescription Put =
        new("putCustomer", "PUT", "/proposals/{proposal-id}/customer", isGuarded: true, versionScope: "/proposals/{proposal-id}");

    public static readonly OperationDescription Submit =
        new("submit", "POST", "/proposals/{proposal-id}/decision", isGuarded: true, versionScope: "/proposals/{proposal-id}", isPathInferred: true);

    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal) { ["XXX"] = ApiError.Create };

    private readonly HttpClient _httpClient;

    public Api(Uri address, OperationRequestAdapterOptions? options = null, TimeSpan? timeout = null, bool withHandler = true, DelegatingHandler? outermost = null)
    {
        HttpMessageHandler pipeline = new SocketsHttpHandler { AllowAutoRedirect = false };
        // Without, it ends in one that can't be looked into: a chain that is known to lack it is refused.
        pipeline = withHandler
            ? new OperationContextHandler("X-Trace-Id", options?.TimeProvider) { InnerHandler = pipeline }
            : new OpaqueTransport(pipeline);

        if (outermost is not null)
        {
            outermost.InnerHandler = pipeline;
            pipeline = outermost;
        }

        _httpClient = new HttpClient(pipeline);
        _httpClient.Timeout = timeout ?? TimeSpan.FromSeconds(30);
        Adapter = new OperationRequestAdapter(
            new HttpClientRequestAdapter(
                new AnonymousAuthenticationProvider(),
                new JsonParseNodeFactory(),
                new JsonSerializationWriterFactory(),
                _httpClient)
            {
                BaseUrl = address.AbsoluteUri,
            },
            options);
    }

    public IRequestAdapter Adapter { get; }

    public static RequestInformation Request(OperationDescription operation, object? proposalId = null) =>
        new(
            Enum.Parse<Method>(operation.Method),
            "{+baseurl}" + operation.PathTemplate.Replace("{proposal-id}", "{proposal%2Did}", StringComparison.Ordinal),
            new Dictionary<string, object>(StringComparer.Ordinal) { ["proposal%2Did"] = proposalId ?? "42" });

    public async Task<Versioned<Proposal>> GetAsync(OperationContext? context = null)
    {
        var request = Request(Get);
        request.AddRequestOptions(context is null ? [] : [context]);
        OperationContext.Attach(request, Get);
        return Versioned.From(request, await Adapter.SendAsync(request, Proposal.Create, Errors, TestContext.Current.CancellationToken));
    }

    public async Task<Versioned<Proposal>> PutAsync(ETag ifMatch, OperationContext? context = null, CancellationToken cancellationToken = default)
    {
        var request = Request(Put);
        request.AddRequestOptions(context is null ? [] : [context]);
        request.SetContentFromParsable(Adapter, "application/json", new Proposal { Label = "new" });
        OperationContext.Attach(request, Put, ifMatch);
        return Versioned.From(request, await Adapter.SendAsync(request, Proposal.Create, Errors, cancellationToken));
    }

    /// <summary>A guarded write that has neither a request nor a response body.</summary>
    public async Task<Versioned> SubmitAsync(ETag ifMatch, OperationContext? context = null)
    {
        var request = Request(Submit);
        request.AddRequestOptions(context is null ? [] : [context]);
        OperationContext.Attach(request, Submit, ifMatch);
        await Adapter.SendNoContentAsync(request, Errors, TestContext.Current.CancellationToken);
        return Versioned.From(request);
    }

    public void Dispose() => _httpClient.Dispose();
}
