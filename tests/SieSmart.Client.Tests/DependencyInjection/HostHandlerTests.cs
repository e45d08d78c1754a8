using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.DependencyInjection;

/// <summary>Handlers that the host adds to all HTTP clients, here the one that resends what failed.</summary>
public sealed class HostHandlerTests
{
    private const int Failure = 500;

    [Theory]
    [InlineData(true, false, 1)]
    [InlineData(false, false, 1)]
    [InlineData(true, true, 2)]
    [InlineData(false, true, 2)]
    public async Task Resend_no_call_unless_the_options_ask_for_them(bool before, bool keep, int attempts)
    {
        await using var api = await StubApi.StartAsync();
        api.Answer = Fail;
        await using var services = StartServices(api, before, keep);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => services.Client().WriteAsync());
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => services.GetRequiredKeyedService<SieSmartClient>("north").WriteAsync());

        Assert.Equal(2 * attempts, api.Requests.Count);
    }

    [Theory]
    [InlineData(true, false, 1)]
    [InlineData(false, false, 1)]
    [InlineData(true, true, 2)]
    [InlineData(false, true, 2)]
    public async Task Resend_no_secret_unless_the_options_ask_for_them(bool before, bool keep, int attempts)
    {
        await using var api = await StubApi.StartAsync();
        api.Token = Fail;
        await using var services = StartServices(api, before, keep);

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());

        Assert.Equal(attempts, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Are_told_from_those_that_were_added_to_the_client_itself()
    {
        await using var api = await StubApi.StartAsync();
        api.Answer = Fail;
        var services = new ServiceCollection();
        AddDefaults(services);
        services.AddSieSmartClient(api.Configure).AddHttpMessageHandler(() => new MarkingHandler());
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => provider.Client().WriteAsync());

        Assert.Equal("Bearer token-1", Assert.Single(Assert.Single(api.Requests).Headers["X-Seen-Authorization"]));
    }

    [Fact]
    public async Task Are_named_once_when_they_are_removed()
    {
        await using var api = await StubApi.StartAsync();
        using var log = new LogLines();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(log));
        services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => new MarkingHandler()));
        services.AddSieSmartClient(api.Configure);
        await using var provider = services.BuildServiceProvider();

        await provider.Client().ReadAsync();

        // The HttpClient for tokens, which has been made as well, lost them too.
        Assert.Single(api.TokenRequests);
        var line = Assert.Single(log.Of(LogLevel.Information, "SieSmart.Client"), line => line.Contains("the host adds", StringComparison.Ordinal));
        Assert.Contains("Client 'SieSmart' runs without what the host adds to all clients: MarkingHandler.", line, StringComparison.Ordinal);
        Assert.Contains("set KeepHostHandlers to keep them", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stay_with_all_other_clients()
    {
        await using var api = await StubApi.StartAsync();
        api.Answer = Fail;
        await using var services = StartServices(api, before: true, keep: false);

        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        using var response = await client.GetAsync(api.Address, TestContext.Current.CancellationToken);

        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Cannot_replace_the_transport_that_follows_no_redirects()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        services.AddSieSmartClient(api.Configure);
        services.ConfigureHttpClientDefaults(defaults => defaults
            .ConfigurePrimaryHttpMessageHandler(() => new MisleadingTransport())
            .ConfigureHttpClient(client => client.Timeout = TimeSpan.FromTicks(1)));
        await using var provider = services.BuildServiceProvider();

        await provider.Client().ReadAsync();

        Assert.Single(api.Requests);
    }

    private static ServiceProvider StartServices(StubApi api, bool before, bool keep)
    {
        var services = new ServiceCollection();
        if (before)
        {
            AddDefaults(services);
        }

        services.AddSieSmartClient(Configure);
        services.AddSieSmartClient("north", Configure);
        if (!before)
        {
            AddDefaults(services);
        }

        return services.BuildServiceProvider();

        void Configure(SieSmartClientOptions options)
        {
            api.Configure(options);
            options.KeepHostHandlers = keep;
        }
    }

    private static Task Fail(HttpContext http) => StubServer.AnswerAsync(http, Failure);

    // As templates of hosts do it, but for the waits and the number of attempts.
    private static void AddDefaults(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler(options =>
        {
            options.Retry.MaxRetryAttempts = 1;
            options.Retry.Delay = TimeSpan.Zero;
        }));

    private sealed class MarkingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Seen-Authorization", request.Headers.Authorization?.ToString());
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class MisleadingTransport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("The host's transport was used.");
    }
}
