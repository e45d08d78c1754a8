using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Authentication;

/// <summary>A token endpoint that asks to be left alone for a while.</summary>
public sealed class TokenRetryAfterTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly LogLines _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Is_heeded_and_told(int status)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, status, headers: ("Retry-After", "120"));

        var first = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(119.5));
        var second = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        Assert.Single(api.TokenRequests);
        Assert.Contains($"answered {status} and asks to be left alone for 120 s (Retry-After)", first.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(120), first.RetryAfter);
        Assert.EndsWith("That was 119.5 s ago; the token endpoint is asked again in 0.5 s at the earliest.", second.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(0.5), second.RetryAfter);
        Assert.Contains("asks to be left alone for 120 s", Assert.Single(_log.Of(LogLevel.Warning, "SieSmart.Client"), line => line.Contains("access token", StringComparison.Ordinal)), StringComparison.Ordinal);

        api.Token = token;
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        await services.Client().ReadAsync();
    }

    [Fact]
    public async Task May_be_a_date()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Token = http =>
        {
            http.Response.Headers.Date = Date(_clock.GetUtcNow());
            return StubServer.AnswerAsync(http, 503, headers: ("Retry-After", Date(_clock.GetUtcNow().AddMinutes(2))));
        };

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        Assert.Equal(TimeSpan.FromMinutes(2), exception.RetryAfter);
    }

    [Theory]
    [InlineData("7200")]
    [InlineData("99999999999")]
    public async Task Is_heeded_for_an_hour_at_the_most(string seconds)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, 503, headers: ("Retry-After", seconds));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        api.Token = token;
        _clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        await services.Client().ReadAsync();

        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter);
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Of_a_failed_renewal_leaves_the_old_token_in_use()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        await services.Client().ReadAsync();
        api.Token = http => StubServer.AnswerAsync(http, 429, headers: ("Retry-After", "600"));
        _clock.Advance(TimeSpan.FromSeconds(2_600));

        await services.Client().ReadAsync();
        await Eventually.IsTrueAsync(() => api.TokenRequests.Count == 2);
        await Eventually.IsTrueAsync(() => _log.Of(LogLevel.Warning, "SieSmart.Client").Count == 1);
        _clock.Advance(TimeSpan.FromSeconds(99));
        await services.Client().ReadAsync();
        await Eventually.NothingMoreAsync();

        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task Does_not_shorten_the_time_that_a_failing_endpoint_is_left_alone()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Token = http => StubServer.AnswerAsync(http, 503, headers: ("Retry-After", "0"));

        for (var call = 0; call < 10; call++)
        {
            await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        }

        Assert.Single(api.TokenRequests);
    }

    private static string Date(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    private ServiceProvider StartServices(StubApi api)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services.AddSieSmartClient(api.Configure);
        return services.BuildServiceProvider();
    }
}
