using Microsoft.AspNetCore.Http;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Support;

/// <summary>A token endpoint and an API on one loopback port. Each answer can be replaced by a test.</summary>
internal sealed class StubApi : IAsyncDisposable
{
    public const string TokenPath = "/oauth/token";
    public const string ClientId = "broker";
    public const string ClientSecret = "s3cr3t-of-the-broker";

    private StubServer _server = null!;
    private int _tokens;

    private StubApi()
    {
        Token = http => StubServer.AnswerAsync(http, 200, TokenAnswer(Interlocked.Increment(ref _tokens)));
        Answer = http => StubServer.AnswerAsync(http, 204, headers: [("ETag", "v2"), ("X-B2B-TRACE-ID", "trace-1")]);
    }

    /// <summary>By default <c>token-1</c>, <c>token-2</c> …, good for 3000 seconds each.</summary>
    public RequestDelegate Token { get; set; }

    /// <summary>By default 204 with an ETag and a trace id.</summary>
    public RequestDelegate Answer { get; set; }

    public Uri Address => _server.Address;

    public IReadOnlyList<RecordedRequest> TokenRequests => [.. _server.Requests.Where(request => request.Path == TokenPath)];

    public IReadOnlyList<RecordedRequest> Requests => [.. _server.Requests.Where(request => request.Path != TokenPath)];

    public static async Task<StubApi> StartAsync()
    {
        var api = new StubApi();
        api._server = await StubServer.StartAsync(http => http.Request.Path == TokenPath ? api.Token(http) : api.Answer(http));
        return api;
    }

    public static string TokenAnswer(int number, int expiresIn = 3000) =>
        $$"""{"access_token":"token-{{number}}","token_type":"Bearer","expires_in":{{expiresIn}}}""";

    public SieSmartClientOptions Options(Action<SieSmartClientOptions>? configure = null)
    {
        var options = new SieSmartClientOptions();
        Configure(options);
        configure?.Invoke(options);
        return options;
    }

    public void Configure(SieSmartClientOptions options)
    {
        options.BaseAddress = new Uri(Address, "/b2b/v1/");
        options.TokenEndpoint = new Uri(Address, TokenPath);
        options.ClientId = ClientId;
        options.ClientSecret = ClientSecret;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
