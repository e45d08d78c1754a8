using Microsoft.AspNetCore.Http;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Pipeline.Tests.Support;

/// <summary>Orders and a token endpoint on one loopback port. Each answer can be replaced by a test.</summary>
internal sealed class OrdersApi : IAsyncDisposable
{
    public const string ClientId = "warehouse";
    public const string ClientSecret = "s3cr3t of the warehouse/1";
    public const string Order = """{"id":42,"label":"Paper"}""";

    private const string TokenPath = "/token";

    private StubServer _server = null!;
    private int _tokens;

    private OrdersApi()
    {
        Token = http => StubServer.AnswerAsync(
            http, 200, $$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","token_type":"Bearer","expires_in":3000}""");
        Answer = http => StubServer.AnswerAsync(
            http, http.Request.Method == "POST" ? 201 : 200, Order, headers: [("ETag", "\"v1\""), ("X-Trace-Id", "trace-1")]);
    }

    /// <summary>By default <c>token-1</c>, <c>token-2</c> …, good for 3000 seconds each.</summary>
    public RequestDelegate Token { get; set; }

    /// <summary>By default an order with an ETag and a trace id.</summary>
    public RequestDelegate Answer { get; set; }

    public Uri BaseAddress => new(_server.Address, "/v2");

    public Uri TokenEndpoint => new(_server.Address, TokenPath);

    public IReadOnlyList<RecordedRequest> TokenRequests => [.. _server.Requests.Where(request => request.Path == TokenPath)];

    public IReadOnlyList<RecordedRequest> Requests => [.. _server.Requests.Where(request => request.Path != TokenPath)];

    public static async Task<OrdersApi> StartAsync()
    {
        var api = new OrdersApi();
        api._server = await StubServer.StartAsync(http => http.Request.Path == TokenPath ? api.Token(http) : api.Answer(http));
        return api;
    }

    public OpenApiClientOptions Options(Action<OpenApiClientOptions>? configure = null)
    {
        var options = new OpenApiClientOptions();
        Configure(options);
        configure?.Invoke(options);
        return options;
    }

    public void Configure(OpenApiClientOptions options)
    {
        options.BaseAddress = BaseAddress;
        options.Authentication.ClientCredentials = new ClientCredentialsOptions
        {
            TokenEndpoint = TokenEndpoint,
            ClientId = ClientId,
            ClientSecret = ClientSecret,
        };
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
