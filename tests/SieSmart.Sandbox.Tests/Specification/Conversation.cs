using System.Net;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Tests.Fixtures;
using SieSmart.Sandbox.Tests.Specification;
using SieSmart.Sandbox.Versions;

[assembly: AssemblyFixture(typeof(Conversation))]

namespace SieSmart.Sandbox.Tests.Specification;

/// <summary>A talk with a sandbox that touches on everything; recorded once, held against the description often.</summary>
public sealed class Conversation : IAsyncLifetime
{
    private const string CompleteProposal = """
        {
          "officeId": 2001,
          "salesContactId": 10002001,
          "label": "Workstations",
          "specialConditionText": "Delivery in May",
          "scheduleAssetsDescription": "Twenty desktops",
          "customer": {
            "companyName": "Arroyo SL",
            "registrationNumber": "B1",
            "email": "office@arroyo.example",
            "postalAddress": { "street": "Calle 1", "postalCode": "28001", "city": "Madrid", "countryCode": "ES" }
          },
          "assets": [ { "iacCode": "ITE2201", "description": "Desktop", "quantity": 20, "unitPrice": 750.50 } ],
          "calculation": {
            "marketProductId": 1, "pricelistId": 2501, "paymentMethodId": 1, "termInMonths": 36,
            "financedAmount": 150000.25, "currency": "EUR"
          }
        }
        """;

    private const string DecisionRequest = """
        {
          "commentToRiskAnalyst": "Old customer",
          "siemensMayContactCustomer": true,
          "siemensMayRequestCreditData": false,
          "prelease": false
        }
        """;

    internal IReadOnlyList<Exchange> Exchanges { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await LocalSandbox.StartAsync(new() { PendingDuration = TimeSpan.Zero, ETags = ETagOptions.OnWrites });
        using var recorder = new RecordingHandler(sandbox);
        using var caller = await ApiCaller.ConnectAsync(sandbox, recorder);

        await ReadConfigurationAsync(caller);
        await RunProposalAsync(caller, receiver.BasePath);
        var notification = await receiver.NextAsync();
        await ProvokeErrorsAsync(sandbox, caller);

        Exchanges =
        [
            .. recorder.Exchanges,
            new Exchange(
                notification.Method,
                "{$request.body#/basePath}/notifications",
                Status: null,
                [.. notification.Headers.Keys],
                "application/json",
                System.Text.Encoding.UTF8.GetBytes(notification.Body.ToJsonString())),
        ];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task ReadConfigurationAsync(ApiCaller caller)
    {
        await caller.GetAsync("/common/offices");
        await caller.GetAsync("/common/rate-cards");
        foreach (var office in (int[])[1001, 2001])
        {
            await caller.GetAsync($"/common/sales-contacts?office-id={office}");
            await caller.GetAsync($"/common/iac-codes?office-id={office}");
            await caller.GetAsync($"/common/calculation-configuration?office-id={office}");
        }
    }

    private static async Task RunProposalAsync(ApiCaller caller, string webhooks)
    {
        var empty = await caller.CreateAsync();
        await caller.GetAsync($"/proposals/{empty.ProposalId}/decision/pre-check");

        var newest = await caller.CreateAsync(CompleteProposal);
        var path = $"/proposals/{newest.ProposalId}";
        await caller.SendAsync("POST", "/notification-endpoints", """{ "basePath": "http://127.0.0.1:1" }""");
        await caller.SendAsync("PUT", "/notification-endpoints", $$"""{ "basePath": "{{webhooks}}", "apiKey": "k" }""");
        await caller.SendAsync("POST", $"{path}/notification-subscriptions", """{ "eventType": "DECISION_RECEIVED" }""");

        foreach (var (method, part, body) in IfMatchTests.GuardedWrites.Select(row => row.Data))
        {
            if (part != "decision")
            {
                newest = await caller.SendAsync(method, $"{path}/{part}", body, newest.ETag!);
            }
        }

        newest = await caller.SendAsync("PUT", $"{path}/calculation", """{ "financedAmount": 150000 }""", newest.ETag!);
        await caller.SubmitAsync(newest, DecisionRequest);
        await caller.GetAsync(path);
        await caller.GetAsync($"{path}/decision/pre-check");
        await caller.GetAsync($"{path}/decision/decision-document/download");
    }

    private static async Task ProvokeErrorsAsync(SandboxServer sandbox, ApiCaller caller)
    {
        var created = await caller.CreateAsync();
        var path = $"/proposals/{created.ProposalId}";
        await caller.CreateAsync("""{ "officeId": 7 }""");
        await caller.GetAsync("/proposals/1");
        await caller.GetAsync("/common/iac-codes");
        await caller.GetAsync($"{path}/decision/decision-document/download");
        await caller.PutCustomerAsync(created.ProposalId);
        await caller.PutCustomerAsync(created.ProposalId, "stale");
        await caller.SubmitAsync(created);
        await caller.RequestTokenAsync(clientSecret: "guessed");
        await caller.RequestTokenAsync(audience: "another");
        await caller.RequestTokenAsync(grantType: "another");

        var wait = TimeSpan.FromSeconds(1);
        foreach (var fault in (Fault[])[
            Fault.TooManyRequests(wait),
            Fault.ServiceUnavailable(wait),
            Fault.Status(HttpStatusCode.InternalServerError),
            Fault.Status(HttpStatusCode.BadGateway)])
        {
            sandbox.Faults.Enqueue(fault);
            await caller.GetAsync(path);
        }

        await caller.SendAsync("DELETE", "/notification-endpoints");
        caller.Token = (await caller.RequestTokenAsync(sandbox.ReadOnlyClientId, sandbox.ReadOnlyClientSecret)).Text("access_token");
        await caller.CreateAsync();
        sandbox.RevokeTokens();
        await caller.GetAsync(path);
    }
}
