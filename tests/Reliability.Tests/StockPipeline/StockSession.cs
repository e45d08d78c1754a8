using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using Reliability.Tests.Fixtures;
using SieSmart;
using SieSmart.Runtime.Tests.Support;
using SieSmart.Sandbox;

namespace Reliability.Tests.StockPipeline;

/// <summary>A sandbox, and the generated client on Kiota's own adapter and handlers.</summary>
internal sealed class StockSession : IAsyncDisposable
{
    private readonly HttpClient _httpClient;
    private readonly HttpClientRequestAdapter _adapter;

    private StockSession(SandboxServer sandbox, HttpClient httpClient)
    {
        Sandbox = sandbox;
        _httpClient = httpClient;
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: httpClient)
        {
            BaseUrl = sandbox.BaseAddress.AbsoluteUri,
        };
        Client = new SieSmartClient(_adapter);
    }

    public SandboxServer Sandbox { get; }

    public SieSmartClient Client { get; }

    public IRequestAdapter Adapter => _adapter;

    /// <summary>Starts both, with Kiota's settings; only its waits between retries are cut, unless the server asks for one.</summary>
    /// <param name="longestWait">After how much of it in all to give up; none by default.</param>
    public static async Task<StockSession> StartAsync(TimeSpan longestWait = default)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var sandbox = await SandboxServer.StartAsync(Session.Unlimited, cancellationToken);
        var handlers = KiotaClientFactory.CreateDefaultHandlers([new RetryHandlerOption { Delay = 0, RetriesTimeLimit = longestWait }]);

        // The client refuses Kiota's own adapter where it can see into it, and what that would come to is what is shown here.
        var httpClient = KiotaClientFactory.Create(handlers, new OpaqueTransport(KiotaClientFactory.GetDefaultHttpMessageHandler()));
        using var answer = await httpClient.PostAsJsonAsync(
            sandbox.TokenEndpoint,
            new
            {
                grant_type = "client_credentials",
                audience = SandboxOptions.Audience,
                client_id = sandbox.ClientId,
                client_secret = sandbox.ClientSecret,
            },
            cancellationToken);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        // Kiota's own providers refuse plain http, to loopback too.
        httpClient.DefaultRequestHeaders.Authorization = new("Bearer", token.GetProperty("access_token").GetString());
        return new StockSession(sandbox, httpClient);
    }

    public async ValueTask DisposeAsync()
    {
        _adapter.Dispose();
        _httpClient.Dispose();
        await Sandbox.DisposeAsync();
    }
}
