using System.Text.Json;
using Interop.Tests.Callers;
using SecondOpinion;
using SieSmart.Sandbox.Tests.Fixtures;

namespace Interop.Tests.Notifications;

public sealed class NotificationTests
{
    private const string ApiKey = "a1B2c3D4e5F6g7H8i";
    private const int London = 1001;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_that_one_registers_serves_the_subscriptions_of_both(bool oursRegisters)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var session = await Session.StartAsync();
        var (first, second) = oursRegisters ? (session.Ours, session.NSwags) : (session.NSwags, session.Ours);

        var registered = await session.CallAsync(first, caller => caller.RegisterNotificationEndpointAsync($"{receiver.BasePath}/other", ApiKey));
        var changed = await session.CallAsync(second, caller => caller.ChangeNotificationEndpointAsync(receiver.BasePath, ApiKey));
        Assert.Equal((204, 204), (registered.Status, changed.Status));

        var created = await session.CallAsync(first, caller => caller.CreateProposalAsync(new Draft(London, Item: new Item("ITE2201", 1, 900m))));
        var id = (long)created.Value<decimal>("proposalId");
        var withCustomer = await session.CallAsync(second, caller => caller.PutCustomerAsync(id, created.ETag!, new Party("Example Ltd")));
        var complete = await session.CallAsync(first, caller => caller.PutCalculationAsync(id, withCustomer.ETag!, new Terms(12, 900m, "GBP")));
        var ours = await session.CallAsync(session.Ours, caller => caller.SubscribeToNotificationsAsync(id, "DECISION_RECEIVED"));
        var theirs = await session.CallAsync(session.NSwags, caller => caller.SubscribeToNotificationsAsync(id, "CREDIT_STATUS_CHANGED"));
        await session.CallAsync(second, caller => caller.SubmitForDecisionAsync(id, complete.ETag!, "Please"));

        // Of the credit status there may be more than one change.
        Dictionary<string, NotificationDelivery> deliveries = [];
        while (deliveries.Count < 2)
        {
            var received = await receiver.NextAsync();
            Assert.Equal(("POST", "/hooks/siesmart/notifications", ApiKey), (received.Method, received.Path, received.Headers["X-API-KEY"]));
            var delivery = received.Body.Deserialize<NotificationDelivery>()!;
            deliveries[delivery.EventType!] = delivery;
        }

        Assert.Equal(ours.Value<string>("subscriptionId"), deliveries["DECISION_RECEIVED"].SubscriptionId.ToString());
        Assert.Equal(theirs.Value<string>("subscriptionId"), deliveries["CREDIT_STATUS_CHANGED"].SubscriptionId.ToString());
        Assert.All(deliveries.Values, delivery => Assert.Equal(id, delivery.ProposalId));
        Assert.All(deliveries.Values, delivery => Assert.Empty(delivery.AdditionalProperties));

        var cancelled = await session.CallAsync(first, caller => caller.CancelNotificationsAsync());
        Assert.Equal(204, cancelled.Status);
        var gone = await session.CompareAsync(caller => caller.ChangeNotificationEndpointAsync(receiver.BasePath, ApiKey));
        Assert.Equal(404, gone.Status);
    }
}
