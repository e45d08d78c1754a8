using System.Net;
using System.Text;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

public sealed class AuthenticationTests
{
    [Fact]
    public async Task Issues_a_bearer_token_that_says_how_long_it_is_valid()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { TokenLifetime = TimeSpan.FromHours(12) });
        using var caller = new ApiCaller(sandbox);

        var answer = await caller.RequestTokenAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Bearer", answer.Text("token_type"));
        Assert.Equal(43200, answer.Json["expires_in"]!.GetValue<int>());
        Assert.NotEmpty(answer.Text("access_token"));
    }

    [Fact]
    public async Task Issues_no_token_for_a_wrong_secret()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = new ApiCaller(sandbox);

        var answer = await caller.RequestTokenAsync(clientSecret: "guessed");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("access_denied", answer.Text("error"));
    }

    [Fact]
    public async Task Issues_no_token_for_another_audience()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = new ApiCaller(sandbox);

        var answer = await caller.RequestTokenAsync(audience: "https://api.sfs.siemens.cloud");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(SandboxOptions.Audience, answer.Text("error_description"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issues_no_token_for_another_grant_type()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = new ApiCaller(sandbox);

        var answer = await caller.RequestTokenAsync(grantType: "password");

        Assert.Equal("unsupported_grant_type", answer.Text("error"));
    }

    [Fact]
    public async Task Wants_the_token_request_as_json_not_as_a_form()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = new ApiCaller(sandbox);

        var answer = await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, sandbox.TokenEndpoint)
        {
            Content = new StringContent("grant_type=client_credentials", Encoding.UTF8, "application/x-www-form-urlencoded"),
        });

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Equal("invalid_request", answer.Text("error"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("made-up")]
    public async Task Refuses_a_request_without_a_valid_token(string? token)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = new ApiCaller(sandbox) { Token = token };

        var answer = await caller.GetAsync("/common/offices");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("TOKEN_INVALID", answer.Text("code"));
    }

    [Fact]
    public async Task A_token_expires()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(
            new() { TimeProvider = clock, TokenLifetime = TimeSpan.FromMinutes(10) });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/common/offices")).Status);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync("/common/offices")).Status);
    }

    [Fact]
    public async Task A_revoked_token_is_refused_and_a_new_one_is_not()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        sandbox.RevokeTokens();
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync("/common/offices")).Status);

        caller.Token = (await caller.RequestTokenAsync()).Text("access_token");
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/common/offices")).Status);
    }

    [Fact]
    public async Task A_reader_may_read_and_not_write()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = new ApiCaller(sandbox);
        var token = await caller.RequestTokenAsync(sandbox.ReadOnlyClientId, sandbox.ReadOnlyClientSecret);
        caller.Token = token.Text("access_token");

        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/common/offices")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await caller.CreateAsync()).Status);
    }
}
