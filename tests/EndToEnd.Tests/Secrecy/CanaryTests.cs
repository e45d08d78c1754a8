using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Tests.Fixtures;
using SieSmart.Sandbox.Versions;

// The sandbox and the description agree on the inferred fields: that is what is tested here.
#pragma warning disable SIE9001

namespace EndToEnd.Tests.Secrecy;

public sealed class CanaryTests
{
    private const string Secret = "canary-of-the-secret";
    private const string ApiKey = "canaryOfTheWebhookKey1";
    private const string Company = "Canary Aviaries Limited";
    private const string City = "Canarytown";
    private const string Iban = "ES9121000418450200051332";
    private const string Comment = "canary in the comment";

    private static readonly int[] Statuses = [400, 403, 404, 409, 412, 422, 429, 500, 502, 503];

    [Fact]
    public async Task Nothing_that_must_stay_secret_is_in_any_log_span_metric_or_exception()
    {
        using var eavesdropper = new Eavesdropper();
        var tokens = new ConcurrentDictionary<string, byte>(StringComparer.Ordinal);
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { ClientId = Guid.NewGuid().ToString(), ClientSecret = Secret, RequestsPerWindow = 10_000, PendingDuration = TimeSpan.Zero, ETags = ETagOptions.OnWrites },
            TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(eavesdropper));
        services.AddSieSmartClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.TokenEndpoint = sandbox.TokenEndpoint;
            options.ClientId = sandbox.ClientId;
            options.ClientSecret = Secret;
            options.RequestsPerMinute = 10_000;
            options.MaxRetries = 1;
            options.MeasureRequests = true;
            eavesdropper.Heard.Enqueue(options.ToString());
        }).AddHttpMessageHandler(() => new TokenCatcher(tokens));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<SieSmartClient>();

        await LiveAsync(client, receiver.BasePath, eavesdropper);
        foreach (var fault in Faults())
        {
            sandbox.Faults.Enqueue(fault, times: 4);
            await FailAsync(client, eavesdropper);
            sandbox.Faults.Clear();
        }

        await using (var wrong = Rejected(sandbox, eavesdropper))
        {
            await FailAsync(wrong.GetRequiredService<SieSmartClient>(), eavesdropper);
        }

        var heard = string.Join('\n', eavesdropper.Heard);
        Assert.Contains("siesmart.trace_id", heard, StringComparison.Ordinal);
        Assert.Contains("http.client.request.duration", heard, StringComparison.Ordinal);
        Assert.Contains("Attempt 1 sends", heard, StringComparison.Ordinal);
        Assert.Contains(nameof(OutcomeUnknownException), heard, StringComparison.Ordinal);
        Assert.NotEmpty(tokens);
        Assert.All(
            [Secret, ApiKey, Company, City, Iban, Comment, "canary-of-another-secret", .. tokens.Keys],
            canary => Assert.DoesNotContain(canary, heard, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<Fault> Faults() =>
    [
        Fault.DroppedBeforeWrite(),
        Fault.DroppedAfterWrite(),
        Fault.TokenRevoked(),
        .. Statuses.Select(status => Fault.Status((HttpStatusCode)status, TimeSpan.Zero)),
    ];

    private static async Task LiveAsync(SieSmartClient client, string webhook, Eavesdropper eavesdropper)
    {
        await client.NotificationEndpoints.PostAsync(
            new NotificationEndpoint { BasePath = webhook, ApiKey = ApiKey }, cancellationToken: TestContext.Current.CancellationToken);
        var created = await client.Proposals.Proposal.PostVersionedAsync(new ProposalCreate { OfficeId = 2001 }, cancellationToken: TestContext.Current.CancellationToken);
        var proposal = client.Proposals[created.Value.ProposalId!.Value];
        var withCustomer = await proposal.Customer.PutAsync(Customer(), created.ETag, cancellationToken: TestContext.Current.CancellationToken);
        var withBank = await proposal.Customer.BankAccount.PostAsync(new BankAccount { Iban = Iban }, withCustomer.ETag, cancellationToken: TestContext.Current.CancellationToken);
        eavesdropper.Heard.Enqueue($"{created} {withCustomer} {withBank}");
    }

    /// <summary>Writes that carry what must stay secret, and a read; each may fail as it likes.</summary>
    private static async Task FailAsync(SieSmartClient client, Eavesdropper eavesdropper)
    {
        Func<Task>[] calls =
        [
            () => client.Proposals[1].Customer.PutAsync(Customer(), ETag.Parse("2026-01-02T03:04:05.678Z"), cancellationToken: TestContext.Current.CancellationToken),
            () => client.Proposals[1].Decision.PostAsync(new DecisionRequest { CommentToRiskAnalyst = Comment }, ETag.Parse("2026-01-02T03:04:05.678Z"), cancellationToken: TestContext.Current.CancellationToken),
            () => client.Proposals[1].GetVersionedAsync(cancellationToken: TestContext.Current.CancellationToken),
        ];
        foreach (var call in calls)
        {
            eavesdropper.Heard.Enqueue((await Assert.ThrowsAnyAsync<SieSmartException>(call)).ToString());
        }
    }

    private static Customer Customer() => new() { CompanyName = Company, PostalAddress = new PostalAddress { City = City } };

    private static ServiceProvider Rejected(SandboxServer sandbox, Eavesdropper eavesdropper)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(eavesdropper));
        services.AddSieSmartClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.TokenEndpoint = sandbox.TokenEndpoint;
            options.ClientId = sandbox.ClientId;
            options.ClientSecret = "canary-of-another-secret";
        });
        return services.BuildServiceProvider();
    }
}
