using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Authentication;

public sealed class AccessTokenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_asked_for_as_the_api_documents_it()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);

        await services.Client().ReadAsync();

        var request = Assert.Single(api.TokenRequests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json", Assert.Single(request.Headers["Content-Type"]));
        Assert.False(request.Headers.ContainsKey("Authorization"));
        var body = JsonSerializer.Deserialize<Dictionary<string, string>>(request.Body)!;
        Assert.Equal(4, body.Count);
        Assert.Equal("https://api.siesmart.com/b2b", body["audience"]);
        Assert.Equal("client_credentials", body["grant_type"]);
        Assert.Equal(StubApi.ClientId, body["client_id"]);
        Assert.Equal(StubApi.ClientSecret, body["client_secret"]);
    }

    [Fact]
    public async Task Is_sent_with_every_request()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);

        await services.Client().ReadAsync();
        await services.Client().WriteAsync();

        Assert.All(api.Requests, request => Assert.Equal("Bearer token-1", Assert.Single(request.Headers["Authorization"])));
        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task Is_fetched_once_for_a_thousand_cold_calls()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: options => options.RequestsPerMinute = 1_000);
        var client = services.Client();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => client.ReadAsync(), Cancellation)));

        Assert.Single(api.TokenRequests);
        Assert.Equal(1_000, api.Requests.Count);
    }

    [Fact]
    public async Task Reaches_the_others_when_the_caller_who_asked_first_gives_up()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        var token = api.Token;
        var asked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        api.Token = async http =>
        {
            asked.TrySetResult();
            await mayAnswer.Task;
            await token(http);
        };
        using var cancellation = new CancellationTokenSource();

        var impatient = services.Client().ReadAsync(cancellation.Token);
        await Eventually.EndsAsync(asked.Task);
        var patient = services.Client().ReadAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        mayAnswer.SetResult();
        await patient;

        Assert.Single(api.TokenRequests);
        Assert.Single(api.Requests);
    }

    [Theory]
    [InlineData(3_000, 2_700)]
    [InlineData(86_400, 86_100)]
    [InlineData(10, 9)]
    public async Task Is_used_until_shortly_before_its_end_and_no_longer(int expiresIn, int usableFor)
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        api.Token = http => StubServer.AnswerAsync(http, 200, StubApi.TokenAnswer(api.TokenRequests.Count, expiresIn));
        await using var services = Services.For(api, clock);
        var client = services.Client();

        await client.ReadAsync();
        var mayAnswer = new TaskCompletionSource();
        var token = api.Token;
        api.Token = async http =>
        {
            await mayAnswer.Task;
            await token(http);
        };
        clock.Advance(TimeSpan.FromSeconds(usableFor) - TimeSpan.FromMilliseconds(1));
        await client.ReadAsync();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var last = client.ReadAsync();
        await Eventually.NothingMoreAsync();
        Assert.Equal(2, api.Requests.Count);

        mayAnswer.SetResult();
        await last;
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], api.Requests.SelectMany(request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Is_forgotten_when_the_api_rejects_it()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        var answer = api.Answer;
        api.Answer = http => http.Request.Headers.Authorization == "Bearer token-1" ? StubServer.AnswerAsync(http, 401) : answer(http);
        var client = services.Client();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.ReadAsync()));

        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Equal(10, api.Requests.Count);
    }

    [Fact]
    public async Task Is_kept_when_the_rejected_one_is_an_older_one()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        var client = services.Client();
        var slowArrived = new TaskCompletionSource();
        var slowMayFail = new TaskCompletionSource();
        var answer = api.Answer;
        api.Answer = async http =>
        {
            if (slowArrived.TrySetResult())
            {
                await slowMayFail.Task;
            }

            await (http.Request.Headers.Authorization == "Bearer token-1" ? StubServer.AnswerAsync(http, 401) : answer(http));
        };

        var slow = client.ReadAsync();
        await Eventually.EndsAsync(slowArrived.Task);
        await client.ReadAsync();
        slowMayFail.SetResult();
        await slow;
        await client.ReadAsync();

        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Theory]
    [InlineData(200, "<html>", "is not JSON")]
    [InlineData(200, "[]", "no access_token")]
    [InlineData(200, """{"token_type":"Bearer","expires_in":60}""", "no access_token")]
    [InlineData(200, """{"access_token":"","expires_in":60}""", "no access_token")]
    [InlineData(200, """{"access_token":"a\r\nb","expires_in":60}""", "no header can carry")]
    [InlineData(200, """{"access_token":"t","token_type":"mac","expires_in":60}""", "other than Bearer")]
    [InlineData(200, """{"access_token":"t","token_type":"Bearer"}""", "no expires_in of a second or more")]
    [InlineData(200, """{"access_token":"t","token_type":"Bearer","expires_in":0}""", "no expires_in of a second or more")]
    [InlineData(200, """{"access_token":"t","token_type":"Bearer","expires_in":-3600}""", "no expires_in of a second or more")]
    [InlineData(200, """{"access_token":"t","token_type":"Bearer","expires_in":0.001}""", "no expires_in of a second or more")]
    [InlineData(200, """{"access_token":"t","token_type":"Bearer","expires_in":"soon"}""", "no expires_in of a second or more")]
    [InlineData(401, """{"error":"access_denied","error_description":"s3cr3t-of-the-broker is wrong"}""", "answered 401 (access_denied). Check that SieSmart:ClientId and SieSmart:ClientSecret are valid")]
    [InlineData(403, """{"error":"s3cr3t-of-the-broker"}""", "answered 403. Check")]
    [InlineData(429, "", "answered 429. Try again later")]
    [InlineData(500, "oops", "answered 500. Try again later")]
    [InlineData(302, "", "answered 302")]
    public async Task Is_never_guessed_when_the_endpoint_gives_none(int status, string body, string expected)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        api.Token = http => StubServer.AnswerAsync(http, status, body, headers: ("Location", "/oauth/elsewhere"));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(status, exception.ResponseStatusCode);
        Assert.Equal("submit", exception.Operation?.Id);
        Assert.DoesNotContain(StubApi.ClientSecret, exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Tells_each_caller_of_a_shared_failure_of_its_own_operation()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        var mayAnswer = new TaskCompletionSource();
        api.Token = async http =>
        {
            await mayAnswer.Task;
            await StubServer.AnswerAsync(http, 401);
        };

        var read = services.Client().ReadAsync();
        var write = services.Client().WriteAsync();
        mayAnswer.SetResult();

        Assert.Equal("getProposal", (await Assert.ThrowsAsync<AuthenticationFailedException>(() => read)).Operation?.Id);
        Assert.Equal("submit", (await Assert.ThrowsAsync<AuthenticationFailedException>(() => write)).Operation?.Id);
        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task Cannot_be_had_from_an_endpoint_that_nobody_listens_at()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: options => options.TokenEndpoint = new Uri("http://127.0.0.1:9/oauth/token"));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());

        Assert.Contains("http://127.0.0.1:9/oauth/token can't be reached", exception.Message, StringComparison.Ordinal);
        Assert.Contains("nothing was sent to the API", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Goes_to_the_configured_host_alone()
    {
        await using var api = await StubApi.StartAsync();
        await using var other = await StubServer.StartAsync(200);
        await using var services = Services.For(api);
        using var constructed = new SieSmartClient(api.Options());

        foreach (var client in new[] { services.Client(), constructed })
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendRawAsync(new Uri(other.Address, "/next?secret=1")));

            Assert.Contains("was not sent", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
            Assert.Empty(other.Requests);
            Assert.Empty(api.TokenRequests);
        }

        await services.Client().SendRawAsync(new Uri(api.Address, "/b2b/v1/next"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Is_not_asked_for_where_the_token_endpoint_redirects_to(int status)
    {
        await using var api = await StubApi.StartAsync();
        await using var other = await StubServer.StartAsync(200, StubApi.TokenAnswer(1));
        await using var services = Services.For(api);
        using var constructed = new SieSmartClient(api.Options());
        api.Token = http => StubServer.AnswerAsync(http, status, headers: ("Location", other.Address.AbsoluteUri));

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => constructed.ReadAsync());

        Assert.Empty(other.Requests);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Is_not_read_from_an_answer_without_end()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        api.Token = http => StubServer.AnswerAsync(http, 200, new string(' ', 65 * 1024) + StubApi.TokenAnswer(1));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        Assert.Contains("65536", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Is_the_only_thing_that_is_kept_from_an_answer()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        using var constructed = new SieSmartClient(api.Options());
        var (token, answer) = (api.Token, api.Answer);
        api.Token = http =>
        {
            http.Response.Headers.SetCookie = "sticky=token; Path=/";
            return token(http);
        };
        api.Answer = http =>
        {
            http.Response.Headers.SetCookie = "sticky=api; Path=/";
            return answer(http);
        };

        foreach (var client in new[] { services.Client(), constructed })
        {
            await client.ReadAsync();
            await client.ReadAsync();
        }

        Assert.All([.. api.Requests, .. api.TokenRequests], request => Assert.False(request.Headers.ContainsKey("Cookie")));
    }

    [Fact]
    public async Task Does_not_follow_a_redirect_to_another_host()
    {
        await using var api = await StubApi.StartAsync();
        await using var other = await StubServer.StartAsync(200);
        await using var services = Services.For(api);
        api.Answer = http => StubServer.AnswerAsync(http, 307, headers: ("Location", other.Address.AbsoluteUri));

        await Assert.ThrowsAsync<RequestRejectedException>(() => services.Client().WriteAsync());

        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Is_shared_by_clients_with_the_same_credentials_and_by_no_others()
    {
        await using var api = await StubApi.StartAsync();
        using var first = new SieSmartClient(api.Options());
        using var second = new SieSmartClient(api.Options());
        using var wrong = new SieSmartClient(api.Options(options => options.ClientSecret = "wrong"));

        await first.ReadAsync();
        await second.ReadAsync();
        Assert.Single(api.TokenRequests);

        await wrong.ReadAsync();
        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Contains("wrong", api.TokenRequests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlives_the_client_that_fetched_it()
    {
        await using var api = await StubApi.StartAsync();
        using (var first = new SieSmartClient(api.Options()))
        {
            await first.ReadAsync();
        }

        using var second = new SieSmartClient(api.Options());
        await second.ReadAsync();

        Assert.Single(api.TokenRequests);
    }
}
