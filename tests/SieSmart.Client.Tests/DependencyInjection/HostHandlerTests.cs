using Microsoft.Extensions.DependencyInjection;
using SieSmart.Client.Tests.Support;

namespace SieSmart.Client.Tests.DependencyInjection;

/// <summary>Handlers that the host adds to all HTTP clients, for instance to resend what failed.</summary>
public sealed class HostHandlerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_removed_whether_they_were_added_before_or_after(bool before)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, before, keep: false);

        await services.Client().WriteAsync();
        await services.GetRequiredKeyedService<SieSmartClient>("north").WriteAsync();

        Assert.Equal(2, api.Requests.Count);
        Assert.Single(api.TokenRequests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stay_where_the_options_ask_for_them(bool before)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api, before, keep: true);

        await services.Client().WriteAsync();

        Assert.Equal(2, api.Requests.Count);
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Are_told_from_those_that_were_added_to_the_client_itself()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => new ResendingHandler()));
        services.AddSieSmartClient(api.Configure).AddHttpMessageHandler(() => new MarkingHandler());
        await using var provider = services.BuildServiceProvider();

        await provider.Client().WriteAsync();

        Assert.Equal("Bearer token-1", Assert.Single(Assert.Single(api.Requests).Headers["X-Seen-Authorization"]));
    }

    [Fact]
    public async Task Stay_with_all_other_clients()
    {
        await using var api = await StubApi.StartAsync();
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
            AddDefaults();
        }

        services.AddSieSmartClient(Configure);
        services.AddSieSmartClient("north", Configure);
        if (!before)
        {
            AddDefaults();
        }

        return services.BuildServiceProvider();

        void AddDefaults() => services.ConfigureHttpClientDefaults(defaults => defaults.AddHttpMessageHandler(() => new ResendingHandler()));

        void Configure(SieSmartClientOptions options)
        {
            api.Configure(options);
            options.KeepHostHandlers = keep;
        }
    }

    private sealed class ResendingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

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
