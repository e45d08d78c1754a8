using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SecondOpinion;
using SieSmart;
using SieSmart.Client;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Versions;
using SieSmart.Testing;

namespace Interop.Tests.Callers;

/// <summary>A sandbox, and both clients beside each other.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Session(SandboxServer sandbox, bool isReadOnly, string accessToken)
    {
        Sandbox = sandbox;

        // One attempt, and no budget to wait for: what is compared is what a client makes of one answer.
        var options = new SieSmartClientOptions();
        sandbox.Configure(options);
        options.MaxRetries = 0;
        options.RequestsPerMinute = 100_000;
        if (isReadOnly)
        {
            options.ClientId = sandbox.ReadOnlyClientId;
            options.ClientSecret = sandbox.ReadOnlyClientSecret;
        }

        OurClient = new SieSmartClient(options, OurTransport);
        Ours = new OurCaller(OurClient);

        _http = new HttpClient(NSwagTransport) { BaseAddress = new Uri($"{sandbox.BaseAddress}/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        NSwagClient = new SecondOpinionClient(_http);
        NSwags = new NSwagCaller(NSwagClient);
    }

    public SandboxServer Sandbox { get; }

    public Recorder OurTransport { get; } = new();

    public Recorder NSwagTransport { get; } = new();

    public SieSmartClient OurClient { get; }

    public SecondOpinionClient NSwagClient { get; }

    public ISieSmartCaller Ours { get; }

    public ISieSmartCaller NSwags { get; }

    public static async Task<Session> StartAsync(bool isReadOnly = false, int requestsPerWindow = 100_000)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { PendingDuration = TimeSpan.Zero, RequestsPerWindow = requestsPerWindow, ETags = ETagOptions.OnWrites },
            TestContext.Current.CancellationToken);
        return await ConnectAsync(sandbox, isReadOnly);
    }

    /// <summary>Connects both clients to a sandbox, which ends with the session.</summary>
    public static async Task<Session> ConnectAsync(SandboxServer sandbox, bool isReadOnly)
    {
        // By hand: what NSwag makes of this request is refused, as a test of its limits shows.
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(
            sandbox.TokenEndpoint,
            new
            {
                audience = SandboxOptions.Audience,
                grant_type = "client_credentials",
                client_id = isReadOnly ? sandbox.ReadOnlyClientId : sandbox.ClientId,
                client_secret = isReadOnly ? sandbox.ReadOnlyClientSecret : sandbox.ClientSecret,
            },
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        return new Session(sandbox, isReadOnly, token!["access_token"]!.GetValue<string>());
    }

    /// <summary>Stands for a document: its length, how it begins, and a hash of all of it.</summary>
    public static async Task<string> FingerprintAsync(Stream document)
    {
        using var copy = new MemoryStream();
        await document.CopyToAsync(copy, TestContext.Current.CancellationToken);
        var bytes = copy.ToArray();
        return $"{bytes.Length} {System.Text.Encoding.ASCII.GetString(bytes, 0, 5)} {Convert.ToHexString(SHA256.HashData(bytes))}";
    }

    /// <summary>Makes a call, and holds the client's status, ETag and trace id against those that the sandbox answered.</summary>
    public async Task<Observation> CallAsync(ISieSmartCaller caller, Func<ISieSmartCaller, Task<Observation>> call)
    {
        var observed = await call(caller);
        var answered = Sandbox.Requests[^1];
        Assert.Equal(
            (answered.Status, answered.ETag, answered.TraceId),
            (observed.Status, observed.ETag, observed.TraceId));
        return observed;
    }

    /// <summary>Makes a call through both clients, which must see the same.</summary>
    /// <returns>What our client saw.</returns>
    public async Task<Observation> CompareAsync(Func<ISieSmartCaller, Task<Observation>> call)
    {
        var ours = await CallAsync(Ours, call);
        var theirs = await CallAsync(NSwags, call);
        Assert.Equal(theirs.Shared, ours.Shared);
        return ours;
    }

    public async ValueTask DisposeAsync()
    {
        OurClient.Dispose();
        _http.Dispose();
        await Sandbox.DisposeAsync();
    }
}
