using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SieSmart.Sandbox.Faults;
using WebhookReceiver.Tests.Fixtures;

namespace WebhookReceiver.Tests;

/// <summary>What the sample makes of notifications.</summary>
public sealed class NotificationTests
{
    private const string ReadPath = "/proposals/{proposal-id}";

    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task A_decision_is_told_by_a_webhook_and_read_from_the_API()
    {
        await using var scene = await Scene.BeginAsync();

        await scene.SubmitAsync();

        await scene.Receiver.UntilSaysAsync(Scene.Change(scene.Watched, "ACCEPTED"));
        Assert.DoesNotContain(Scene.ApiKey, scene.Receiver.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Sandbox.ClientSecret, scene.Receiver.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_right_key_gets_in_and_others_learn_nothing()
    {
        await using var scene = await Scene.BeginAsync();
        var body = BodyOf(scene.Watched);
        var reads = scene.ReadsOf(scene.Watched);

        (HttpStatusCode, string)[] answers =
        [
            await scene.NotifyAsync(body),
            await scene.NotifyAsync(body, ""),
            await scene.NotifyAsync(body, "wr0ng-key-not-to-be-logged"),
            await scene.NotifyAsync(body, Scene.ApiKey[..^1]),
            await scene.NotifyAsync(body, Scene.ApiKey + "x"),
            await scene.NotifyAsync(body, Scene.ApiKey.ToUpperInvariant()),
            await scene.NotifyAsync(body, Scene.ApiKey, Scene.ApiKey),
        ];
        var right = await scene.NotifyAsync(body, Scene.ApiKey);

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Unauthorized, ""), answer));
        Assert.Equal(HttpStatusCode.NoContent, right.Status);
        await scene.Receiver.UntilAsync(() => scene.ReadsOf(scene.Watched) == reads + 1);
        Assert.DoesNotContain("wr0ng-key", scene.Receiver.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_under_no_name_that_it_was_not_told_of()
    {
        await using var scene = await Scene.BeginAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(await scene.Receiver.AddressAsync(), "/notifications"));
        request.Headers.Host = "elsewhere.example";
        request.Headers.Add("X-API-KEY", Scene.ApiKey);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.NotifyAsync(BodyOf(scene.Watched), Scene.ApiKey)).Status);
    }

    [Fact]
    public async Task Repeated_and_late_notifications_tell_nothing_twice()
    {
        await using var scene = await Scene.BeginAsync();
        await scene.SubmitAsync();
        await scene.Receiver.UntilSaysAsync(Scene.Change(scene.Watched, "ACCEPTED"));

        // As if the first of all came last.
        foreach (var eventType in new[] { "DECISION_RECEIVED", "CREDIT_STATUS_CHANGED", "DECISION_RECEIVED", "DECISION_RECEIVED" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await scene.NotifyAsync(BodyOf(scene.Watched, eventType), Scene.ApiKey)).Status);
        }

        await scene.NotifyAsync(BodyOf(scene.Other), Scene.ApiKey);
        await scene.Receiver.UntilSaysAsync(Scene.Change(scene.Other, "not asked for"));
        Assert.Equal(1, scene.Receiver.CountOf(Scene.Change(scene.Watched, "ACCEPTED")));
    }

    [Fact]
    public async Task What_a_notification_says_is_not_believed()
    {
        await using var scene = await Scene.BeginAsync();

        await scene.NotifyAsync($$"""{ "proposalId": {{scene.Other}}, "eventType": "DECISION_RECEIVED", "decision": { "decisionStatus": "ACCEPTED" } }""", Scene.ApiKey);

        await scene.Receiver.UntilSaysAsync(Scene.Change(scene.Other, "not asked for"));
    }

    [Theory]
    [InlineData("""{ "proposalId": "PROPOSAL", "eventType": "SOMETHING_NEW\ninfo: a line of its own", "extra": { "deep": [1] } }""")]
    [InlineData("""{ "ProposalId": PROPOSAL }""")]
    public async Task A_body_of_another_make_is_understood_as_far_as_it_names_a_proposal(string body)
    {
        await using var scene = await Scene.BeginAsync();

        var answer = await scene.NotifyAsync(body.Replace("PROPOSAL", scene.Other.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), Scene.ApiKey);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        await scene.Receiver.UntilSaysAsync(Scene.Change(scene.Other, "not asked for"));
        Assert.DoesNotContain("a line of its own", scene.Receiver.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_names_no_proposal_makes_it_read_all_that_it_watches()
    {
        await using var scene = await Scene.BeginAsync();
        foreach (var body in new[] { "", "not JSON", "[]", "null", "{}", """{ "proposalId": -1 }""", """{ "proposalId": 1.5, "subscriptionId": 7 }""", """{ "proposalId": null }""" })
        {
            var reads = scene.ReadsOf(scene.Watched);

            Assert.Equal(HttpStatusCode.NoContent, (await scene.NotifyAsync(body, Scene.ApiKey)).Status);

            await scene.Receiver.UntilAsync(() => scene.ReadsOf(scene.Watched) > reads);
        }
    }

    [Fact]
    public async Task A_sender_gets_its_answer_while_the_API_has_none()
    {
        await using var scene = await Scene.BeginAsync();
        scene.Sandbox.Faults.Enqueue(Fault.Latency(Forever).On("GET", ReadPath));

        Assert.Equal(HttpStatusCode.NoContent, (await scene.NotifyAsync(BodyOf(scene.Watched), Scene.ApiKey)).Status);
        await scene.Receiver.UntilAsync(() => scene.Sandbox.Faults.Count == 0);

        Assert.Equal(HttpStatusCode.NoContent, (await scene.NotifyAsync(BodyOf(scene.Other), Scene.ApiKey)).Status);
    }

    [Fact]
    public async Task A_queue_that_is_full_turns_notifications_away_but_not_those_that_tell_nothing_new()
    {
        await using var scene = await Scene.BeginAsync(("Webhook__QueueLength", "2"));
        scene.Sandbox.Faults.Enqueue(Fault.Latency(Forever).On("GET", ReadPath));
        await scene.NotifyAsync(BodyOf(scene.Watched), Scene.ApiKey);
        await scene.Receiver.UntilAsync(() => scene.Sandbox.Faults.Count == 0);

        List<HttpStatusCode> statuses = [];
        foreach (var proposal in new[] { scene.Other, scene.Watched, 7, scene.Other })
        {
            statuses.Add((await scene.NotifyAsync(BodyOf(proposal), Scene.ApiKey)).Status);
        }

        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.NoContent, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent], statuses);
    }

    [Fact]
    public async Task A_read_that_fails_is_made_again_and_a_proposal_that_is_not_there_stops_nothing()
    {
        await using var scene = await Scene.BeginAsync();
        scene.Sandbox.Faults.Enqueue(Fault.Status(HttpStatusCode.InternalServerError).On("GET", ReadPath));
        await scene.NotifyAsync(BodyOf(7), Scene.ApiKey);
        await scene.NotifyAsync(BodyOf(scene.Other), Scene.ApiKey);

        await scene.Receiver.UntilSaysAsync("There is no proposal 7");
        await scene.Receiver.UntilSaysAsync(Scene.Change(scene.Other, "not asked for"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("too short")]
    [InlineData("with a blank, 16 long")]
    public async Task Without_a_sound_key_it_does_not_start(string? key)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["SieSmart__ClientId"] = "somebody", ["SieSmart__ClientSecret"] = "something" };
        if (key is not null)
        {
            settings["Webhook__ApiKey"] = key;
        }

        using var receiver = new ReceiverProcess(settings);

        Assert.Equal(1, await receiver.EndAsync());
        await receiver.UntilSaysAsync("Webhook:ApiKey is missing");
        Assert.DoesNotContain(key ?? "   at ", receiver.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_credentials_it_demonstrates_itself()
    {
        using var receiver = new ReceiverProcess(new Dictionary<string, string>(StringComparer.Ordinal));

        await receiver.UntilSaysAsync("a sandbox in this process stands in for the API");
        await receiver.UntilSaysAsync("Decision: ACCEPTED");
        Assert.Matches(@"(?m)^\d\d:\d\d:\d\d info: .*Decision: ACCEPTED$", receiver.Output);
    }

    [Fact]
    public async Task It_says_where_it_is_and_how_to_send_another_notification()
    {
        using var receiver = new ReceiverProcess(new Dictionary<string, string>(StringComparer.Ordinal));
        await receiver.UntilSaysAsync("Ctrl+C ends it.");
        await receiver.UntilSaysAsync("Decision: ACCEPTED");

        var said = Regex.Match(receiver.Output, @"curl -i (?<address>\S+) -H ""X-API-KEY: (?<key>\w+)"" -d '(?<body>[^']+)'", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, said.Groups["address"].Value) { Content = new StringContent(said.Groups["body"].Value) };
        request.Headers.Add("X-API-KEY", said.Groups["key"].Value);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains($"Notifications come to  {said.Groups["address"].Value}", receiver.Output, StringComparison.Ordinal);
        await receiver.UntilSaysAsync("Proposal 100001 is what it was when it was last read");
    }

    [Theory]
    [InlineData(0, "A server that SieSmart notifies", "--help")]
    [InlineData(64, "Try --help.", "--port", "5070")]
    public async Task It_has_help_and_refuses_what_it_does_not_understand(int exitCode, string told, params string[] arguments)
    {
        using var receiver = new ReceiverProcess(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

        Assert.Equal(exitCode, await receiver.EndAsync());
        await receiver.UntilSaysAsync(told);
    }

    private static string BodyOf(long proposal, string eventType = "DECISION_RECEIVED") =>
        string.Create(CultureInfo.InvariantCulture, $$"""{ "subscriptionId": "{{Guid.NewGuid()}}", "eventType": "{{eventType}}", "proposalId": {{proposal}} }""");
}
