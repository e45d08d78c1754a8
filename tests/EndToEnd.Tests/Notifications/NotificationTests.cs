using EndToEnd.Tests.Fixtures;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox.Tests.Fixtures;

// The sandbox and the description agree on the inferred fields: that is what is tested here.
#pragma warning disable SIE9001

namespace EndToEnd.Tests.Notifications;

public sealed class NotificationTests
{
    private const string ApiKey = "a1B2c3D4e5F6g7H8i";

    [Fact]
    public async Task A_decision_arrives_at_the_registered_address_with_the_key()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var session = await Session.StartAsync();
        var (proposal, etag) = await CompleteProposalAsync(session);
        var id = proposal.ProposalId!.Value;

        await RegisterAsync(session, receiver.BasePath);
        var subscription = await session.Client.Proposals[id].NotificationSubscriptions.PostAsync(
            new NotificationSubscriptionRequest { EventType = NotificationSubscriptionRequest_eventType.DecisionReceived },
            cancellationToken: TestContext.Current.CancellationToken);
        await session.Client.Proposals[id].Decision.PostAsync(
            new DecisionRequest { Prelease = false }, etag, cancellationToken: TestContext.Current.CancellationToken);

        var notification = await receiver.NextAsync();
        Assert.Equal(
            ("POST", "/hooks/siesmart/notifications", ApiKey),
            (notification.Method, notification.Path, notification.Headers["X-API-KEY"]));
        Assert.Equal("DECISION_RECEIVED", (string?)notification.Body["eventType"]);
        Assert.Equal(id, (long?)notification.Body["proposalId"]);
        Assert.Equal(subscription!.SubscriptionId, (Guid?)notification.Body["subscriptionId"]);
    }

    [Fact]
    public async Task An_address_can_be_changed_and_cancelled()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var session = await Session.StartAsync();
        await RegisterAsync(session, receiver.BasePath);

        await session.Client.NotificationEndpoints.PutAsync(
            new NotificationEndpoint { BasePath = $"{receiver.BasePath}/other" }, cancellationToken: TestContext.Current.CancellationToken);
        await session.Client.NotificationEndpoints.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => session.Client.NotificationEndpoints.PutAsync(
            new NotificationEndpoint { BasePath = receiver.BasePath }, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal([204, 204, 204, 404], session.Sandbox.Requests.Where(request => request.Path == "/notification-endpoints").Select(request => request.Status!.Value));
    }

    private static async Task RegisterAsync(Session session, string basePath) =>
        await session.Client.NotificationEndpoints.PostAsync(
            new NotificationEndpoint { BasePath = basePath, ApiKey = ApiKey }, cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<Versioned<Proposal>> CompleteProposalAsync(Session session) =>
        await session.Client.Proposals.Proposal.PostVersionedAsync(
            new ProposalCreate
            {
                OfficeId = 1001,
                Customer = new Customer { CompanyName = "Example Ltd" },
                Assets = [new Asset { IacCode = "ITE2201", Quantity = 1, UnitPrice = 900m }],
                Calculation = new Calculation { TermInMonths = 12, FinancedAmount = 900m },
            },
            cancellationToken: TestContext.Current.CancellationToken);
}
