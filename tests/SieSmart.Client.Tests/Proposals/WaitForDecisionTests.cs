using System.Net;
using System.Text;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Proposals;

public sealed class WaitForDecisionTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ScriptedApi _api = new();
    private readonly SieSmartClient _client;

    public WaitForDecisionTests() => _client = new SieSmartClient(
        new SieSmartClientOptions
        {
            BaseAddress = new Uri("https://decisions.example/b2b"),
            TokenEndpoint = new Uri("https://decisions.example/oauth/token"),
            ClientId = "broker",
            ClientSecret = "secret",
            MaxRetries = 0,
            RequestsPerMinute = 10_000,
        },
        _api);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ACCEPTED")]
    [InlineData("DECLINED")]
    [InlineData("MORE_INFORMATION_NEEDED")]
    [InlineData("WITHDRAWN")]
    public async Task Ends_with_the_first_status_that_nothing_comes_after_by_itself(string status)
    {
        var proposal = await OpenAsync();
        _api.Say("NOT_AVAILABLE", "PENDING", status);

        var waiting = proposal.WaitForDecisionAsync(TimeSpan.FromMinutes(1), _clock, Cancellation);
        var waits = await PassTimeAsync(waiting);

        Assert.Equal(status, (await waiting).Value);
        Assert.Equal(status, proposal.Current.Decision?.DecisionStatus);
        Assert.Equal([1, 2], waits);
    }

    [Fact]
    public async Task Looks_ever_more_seldom_and_one_last_time_when_the_time_is_up()
    {
        var proposal = await OpenAsync();
        _api.Say("PENDING");

        var waiting = proposal.WaitForDecisionAsync(TimeSpan.FromSeconds(100), _clock, Cancellation);
        var waits = await PassTimeAsync(waiting);

        Assert.Equal(DecisionStatus.Pending, await waiting);
        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 9], waits);
    }

    [Fact]
    public async Task Looks_once_if_there_is_no_time()
    {
        var proposal = await OpenAsync();
        _api.Say("PENDING");

        var status = await proposal.WaitForDecisionAsync(TimeSpan.Zero, _clock, Cancellation);

        Assert.True(status.IsWaiting);
        Assert.Equal(2, _api.Priorities.Count);
    }

    [Fact]
    public async Task Looks_at_bulk_priority_behind_what_people_wait_for()
    {
        var proposal = await OpenAsync();
        _api.Say("ACCEPTED");

        await proposal.WaitForDecisionAsync(TimeSpan.Zero, _clock, Cancellation);

        Assert.Equal([null, RequestPriority.Bulk], _api.Priorities);
    }

    [Fact]
    public async Task Waits_out_an_API_that_is_away_as_long_as_there_is_time()
    {
        var proposal = await OpenAsync();
        _api.Say("503", "503", "ACCEPTED");

        var waiting = proposal.WaitForDecisionAsync(TimeSpan.FromMinutes(1), _clock, Cancellation);
        await PassTimeAsync(waiting);

        Assert.Equal(DecisionStatus.Accepted, await waiting);
    }

    [Fact]
    public async Task Says_so_if_the_API_is_away_to_the_end()
    {
        var proposal = await OpenAsync();
        _api.Say("503");

        var waiting = proposal.WaitForDecisionAsync(TimeSpan.FromSeconds(5), _clock, Cancellation);
        await PassTimeAsync(waiting);

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => waiting);
    }

    [Fact]
    public async Task Refuses_to_wait_less_than_no_time()
    {
        var proposal = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => proposal.WaitForDecisionAsync(TimeSpan.FromTicks(-1), _clock, Cancellation));
    }

    public void Dispose()
    {
        _client.Dispose();
        _api.Dispose();
    }

    private Task<ProposalSession> OpenAsync() => _client.OpenProposalAsync(new ProposalId(42), Cancellation);

    /// <summary>Moves the clock to the end of each wait.</summary>
    /// <returns>How long they were, in seconds.</returns>
    private async Task<IReadOnlyList<int>> PassTimeAsync(Task waiting)
    {
        var waits = new List<int>();
        while (!waiting.IsCompleted)
        {
            if (_clock.NextTimer is { } wait)
            {
                waits.Add((int)wait.TotalSeconds);
                _clock.Advance(wait);
            }

            await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation));
        }

        return waits;
    }

    /// <summary>Answers in memory: a token, and a proposal whose decision stands where the script says; the last word stays.</summary>
    private sealed class ScriptedApi : HttpMessageHandler
    {
        private readonly Queue<string> _script = new(["NOT_AVAILABLE"]);

        /// <summary>The lanes that the reads asked for.</summary>
        public List<RequestPriority?> Priorities { get; } = [];

        public void Say(params IEnumerable<string> words)
        {
            _script.Clear();
            foreach (var word in words)
            {
                _script.Enqueue(word);
            }
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/oauth/token")
            {
                return Task.FromResult(Json(StubApi.TokenAnswer(1)));
            }

            Priorities.Add(request.GetRequestOption<RequestPriorityOption>()?.Priority);
            var word = _script.Count > 1 ? _script.Dequeue() : _script.Peek();
            var answer = word == "503"
                ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                : Json($$"""{ "proposalId": 42, "decision": { "decisionStatus": "{{word}}" } }""");
            answer.Headers.TryAddWithoutValidation("ETag", "2026-01-02T03:04:05.678Z");
            return Task.FromResult(answer);
        }

        private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
