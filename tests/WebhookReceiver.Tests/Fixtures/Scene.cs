using System.Globalization;
using System.Net;
using System.Text;
using SieSmart;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox;

// The sandbox has the inferred fields.
#pragma warning disable SIE9001

namespace WebhookReceiver.Tests.Fixtures;

/// <summary>A sandbox with two proposals, and the sample, which watches the first.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string ApiKey = "a1B2c3D4e5F6g7H8i9J0";

    private readonly SieSmartClient _client;
    private readonly HttpClient _sender = new();
    private ETag _version;

    private Scene(SandboxServer sandbox, SieSmartClient client)
    {
        Sandbox = sandbox;
        _client = client;
    }

    public SandboxServer Sandbox { get; }

    public ReceiverProcess Receiver { get; private set; } = null!;

    public long Watched { get; private set; }

    public long Other { get; private set; }

    public static async Task<Scene> BeginAsync(params IReadOnlyList<(string Name, string Value)> settings)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { PendingDuration = TimeSpan.FromMilliseconds(50), RequestsPerWindow = 1000, ClientId = Guid.NewGuid().ToString() },
            TestContext.Current.CancellationToken);
        var scene = new Scene(sandbox, new SieSmartClient(new SieSmartClientOptions
        {
            BaseAddress = sandbox.BaseAddress,
            TokenEndpoint = sandbox.TokenEndpoint,
            ClientId = sandbox.ClientId,
            ClientSecret = sandbox.ClientSecret,
        }));
        (scene.Watched, scene._version) = await scene.CreateAsync();
        (scene.Other, _) = await scene.CreateAsync();
        scene.Receiver = new ReceiverProcess(scene.Settings(settings));
        await scene.Receiver.UntilSaysAsync(Change(scene.Watched, "not asked for"));
        return scene;
    }

    /// <summary>What the sample writes when it sees a new version of a proposal.</summary>
    public static string Change(long proposal, string decision) =>
        string.Create(CultureInfo.InvariantCulture, $"Proposal {proposal} has changed. Decision: {decision}");

    /// <summary>How often a proposal was read.</summary>
    public int ReadsOf(long proposal)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/proposals/{proposal}");
        return Sandbox.Requests.Count(request => request.Method == "GET" && request.Path == path);
    }

    /// <summary>Submits the watched proposal; a decision follows by itself.</summary>
    public Task SubmitAsync() => _client.Proposals[Watched].Decision.PostAsync(
        new DecisionRequest { Prelease = false }, _version, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Sends a notification as the vendor might.</summary>
    public async Task<(HttpStatusCode Status, string Body)> NotifyAsync(string body, params IReadOnlyList<string> keys)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(await Receiver.AddressAsync(), "/notifications"));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var key in keys)
        {
            request.Headers.TryAddWithoutValidation("X-API-KEY", key);
        }

        using var response = await _sender.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Receiver.Dispose();
        _sender.Dispose();
        _client.Dispose();
        await Sandbox.DisposeAsync();
    }

    private async Task<(long Id, ETag Version)> CreateAsync()
    {
        var (proposal, version) = await _client.Proposals.Proposal.PostAsync(
            new ProposalCreate
            {
                OfficeId = 1001,
                Customer = new Customer { CompanyName = "Example Ltd" },
                Assets = [new Asset { IacCode = "ITE2201", Quantity = 1, UnitPrice = 900m }],
                Calculation = new Calculation { TermInMonths = 12, FinancedAmount = 900m },
            },
            cancellationToken: TestContext.Current.CancellationToken);
        return (proposal.ProposalId!.Value, version);
    }

    private Dictionary<string, string> Settings(IEnumerable<(string Name, string Value)> others)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SieSmart__BaseAddress"] = Sandbox.BaseAddress.AbsoluteUri,
            ["SieSmart__TokenEndpoint"] = Sandbox.TokenEndpoint.AbsoluteUri,
            ["SieSmart__ClientId"] = Sandbox.ClientId,
            ["SieSmart__ClientSecret"] = Sandbox.ClientSecret,
            ["Webhook__ApiKey"] = ApiKey,
            ["Webhook__RetryDelay"] = "00:00:00.2",
            ["Webhook__Watch__0"] = Watched.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in others)
        {
            settings[name] = value;
        }

        return settings;
    }
}
