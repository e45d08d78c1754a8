using System.Net;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

public sealed class NotificationTests
{
    private const string Endpoints = "/notification-endpoints";

    [Fact]
    public async Task Delivers_both_events_with_the_key_and_the_uuid()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await LocalSandbox.StartAsync(new() { PendingDuration = TimeSpan.FromMilliseconds(50) });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        await RegisterAsync(caller, "POST", receiver.BasePath);
        var created = await caller.CreateCompleteAsync();
        var decision = await SubscribeAsync(caller, created.ProposalId, "DECISION_RECEIVED");
        var status = await SubscribeAsync(caller, created.ProposalId, "CREDIT_STATUS_CHANGED");

        await caller.SubmitAsync(created);

        // Submitting changes the status; the decision, made by itself later, changes both.
        var notifications = new[] { await receiver.NextAsync(), await receiver.NextAsync(), await receiver.NextAsync() };
        Assert.Equal(
            [("CREDIT_STATUS_CHANGED", status), ("DECISION_RECEIVED", decision), ("CREDIT_STATUS_CHANGED", status)],
            notifications.Select(notification => (
                notification.Body["eventType"]!.GetValue<string>(),
                notification.Body["subscriptionId"]!.GetValue<Guid>())));
        Assert.All(notifications, notification =>
        {
            Assert.Equal("POST", notification.Method);
            Assert.Equal("/hooks/siesmart/notifications", notification.Path);
            Assert.Equal("key-of-the-broker", notification.Headers["X-API-KEY"]);
            Assert.Equal(created.ProposalId, notification.Body["proposalId"]!.GetValue<long>());
        });
    }

    [Fact]
    public async Task Delivers_nothing_that_was_not_subscribed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await LocalSandbox.StartAsync(new() { PendingDuration = TimeSpan.FromMilliseconds(20) });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        await RegisterAsync(caller, "POST", receiver.BasePath);
        var other = await caller.CreateCompleteAsync();
        var subscribed = await caller.CreateCompleteAsync();
        await SubscribeAsync(caller, subscribed.ProposalId, "DECISION_RECEIVED");

        await caller.SubmitAsync(other);
        await caller.SubmitAsync(subscribed);

        // Deliveries keep their order: had there been one before, it would have come first.
        var notification = await receiver.NextAsync();
        Assert.Equal(subscribed.ProposalId, notification.Body["proposalId"]!.GetValue<long>());
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task A_changed_endpoint_gets_what_comes_after_the_change()
    {
        await using var first = await WebhookReceiver.StartAsync();
        await using var second = await WebhookReceiver.StartAsync();
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateCompleteAsync();
        await SubscribeAsync(caller, created.ProposalId, "CREDIT_STATUS_CHANGED");

        Assert.Equal(HttpStatusCode.NotFound, (await RegisterAsync(caller, "PUT", first.BasePath)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await RegisterAsync(caller, "POST", first.BasePath)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await RegisterAsync(caller, "PUT", second.BasePath + "/")).Status);
        await caller.SubmitAsync(created);

        Assert.Equal("/hooks/siesmart/notifications", (await second.NextAsync()).Path);
        Assert.False(first.HasMore);
    }

    [Fact]
    public async Task A_cancelled_endpoint_gets_nothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = new ManualClock() });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        await RegisterAsync(caller, "POST", receiver.BasePath);
        var silent = await caller.CreateCompleteAsync();
        var heard = await caller.CreateCompleteAsync();
        await SubscribeAsync(caller, silent.ProposalId, "CREDIT_STATUS_CHANGED");
        await SubscribeAsync(caller, heard.ProposalId, "CREDIT_STATUS_CHANGED");

        Assert.Equal(HttpStatusCode.NoContent, (await caller.SendAsync("DELETE", Endpoints)).Status);
        await caller.SubmitAsync(silent);
        await RegisterAsync(caller, "POST", receiver.BasePath);
        await caller.SubmitAsync(heard);

        Assert.Equal(heard.ProposalId, (await receiver.NextAsync()).Body["proposalId"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_dead_receiver_does_not_stop_the_others()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = new ManualClock() });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var lost = await caller.CreateCompleteAsync();
        var heard = await caller.CreateCompleteAsync();
        await SubscribeAsync(caller, lost.ProposalId, "CREDIT_STATUS_CHANGED");
        await SubscribeAsync(caller, heard.ProposalId, "CREDIT_STATUS_CHANGED");

        await RegisterAsync(caller, "POST", "http://127.0.0.1:1");
        Assert.Equal(HttpStatusCode.OK, (await caller.SubmitAsync(lost)).Status);
        await RegisterAsync(caller, "POST", receiver.BasePath);
        await caller.SubmitAsync(heard);

        Assert.Equal(heard.ProposalId, (await receiver.NextAsync()).Body["proposalId"]!.GetValue<long>());
    }

    [Fact]
    public async Task One_uuid_belongs_to_a_proposal_and_a_type_of_event()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var first = await SubscribeAsync(caller, created.ProposalId, "DECISION_RECEIVED");
        var second = await SubscribeAsync(caller, created.ProposalId, "CREDIT_STATUS_CHANGED");
        var again = await SubscribeAsync(caller, created.ProposalId, "DECISION_RECEIVED");

        Assert.NotEqual(first, second);
        Assert.Equal(first, again);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "eventType": "SOMETHING" }""")]
    public async Task Refuses_an_event_that_it_does_not_know(string body)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var answer = await caller.SendAsync("POST", $"/proposals/{created.ProposalId}/notification-subscriptions", body);

        Assert.Equal(["eventType"], answer.ViolatedFields);
    }

    [Theory]
    [InlineData("https://broker.example/hooks")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("/hooks")]
    public async Task Sends_no_webhook_beyond_this_machine(string basePath)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await RegisterAsync(caller, "POST", basePath);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["basePath"], answer.ViolatedFields);
    }

    [Fact]
    public async Task Sends_webhooks_anywhere_if_told_so()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { AllowRemoteWebhooks = true });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await RegisterAsync(caller, "POST", "https://broker.example/hooks");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
    }

    [Fact]
    public async Task Refuses_a_key_that_no_header_can_carry()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await caller.SendAsync(
            "POST", Endpoints, """{ "basePath": "http://127.0.0.1:1", "apiKey": "a\r\nX-Evil: 1" }""");

        Assert.Equal(["apiKey"], answer.ViolatedFields);
    }

    private static Task<Answer> RegisterAsync(ApiCaller caller, string method, string basePath)
        => caller.SendAsync(method, Endpoints, $$"""{ "basePath": "{{basePath}}", "apiKey": "key-of-the-broker" }""");

    private static async Task<Guid> SubscribeAsync(ApiCaller caller, long proposalId, string eventType)
    {
        var answer = await caller.SendAsync(
            "POST", $"/proposals/{proposalId}/notification-subscriptions", $$"""{ "eventType": "{{eventType}}" }""");
        return answer.Json["subscriptionId"]!.GetValue<Guid>();
    }
}
