using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.DependencyInjection;

public sealed class AddSieSmartClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Makes_a_client_that_works()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);

        var result = await services.Client().WriteAsync();

        AssertWorked(api, result.ETag.ToString(), result.TraceId);
    }

    [Fact]
    public async Task Is_not_needed_for_a_client_that_works()
    {
        await using var api = await StubApi.StartAsync();
        using var client = new SieSmartClient(api.Options());

        var result = await client.WriteAsync();

        AssertWorked(api, result.ETag.ToString(), result.TraceId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Binds_the_options_from_the_configuration_or_its_section(bool isSection)
    {
        await using var api = await StubApi.StartAsync();
        var configuration = ConfigurationFor(api);
        var services = new ServiceCollection();
        services.AddSieSmartClient(isSection ? configuration.GetSection("SieSmart") : configuration);
        await using var provider = services.BuildServiceProvider();

        await provider.Client().ReadAsync();

        Assert.Single(api.Requests);
        var options = provider.GetRequiredService<IOptions<SieSmartClientOptions>>().Value;
        Assert.Equal(SieSmartEnvironment.Production, options.Environment);
        Assert.Equal(7, options.RequestsPerMinute);
    }

    [Fact]
    public async Task Stops_a_host_from_starting_with_options_that_are_wrong()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSieSmartClient(builder.Configuration);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.Contains("dotnet user-secrets set SieSmart:ClientSecret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.example.com/b2b/v1", "https://login.example.com/oauth/token", "over http, secrets and tokens would be sent in clear")]
    [InlineData("https://api.example.com/b2b/v1", "http://login.example.com/oauth/token", "over http, secrets and tokens would be sent in clear")]
    [InlineData("https://api-test.sfs.siemens.cloud/siesmart/b2b/v1", "https://sfs-p-001.siemens-sfs.auth0app.com/oauth/token", "is that of the Test environment")]
    [InlineData("https://api.sfs.siemens.cloud/siesmart/b2b/v1", "https://sfs-p-001.siemens-sfs.auth0app.com/oauth/token", "lead to Production")]
    [InlineData("https://api.example.com/b2b/v1", null, "the secret or the token of one installation would go to another")]
    public void Refuses_what_the_constructor_refuses(string baseAddress, string? tokenEndpoint, string expected)
    {
        var services = new ServiceCollection();
        services.AddSieSmartClient(Configure);
        services.AddSieSmartClient("north", Configure);
        using var provider = services.BuildServiceProvider();
        var options = new SieSmartClientOptions();
        Configure(options);

        foreach (var make in new Func<object>[]
        {
            () => new SieSmartClient(options),
            () => provider.Client(),
            () => provider.GetRequiredKeyedService<SieSmartClient>("north"),
        })
        {
            Assert.Contains(expected, Assert.Throws<OptionsValidationException>(make).Message, StringComparison.Ordinal);
        }

        void Configure(SieSmartClientOptions settings)
        {
            settings.BaseAddress = new Uri(baseAddress);
            settings.TokenEndpoint = tokenEndpoint is null ? null : new Uri(tokenEndpoint);
            settings.ClientId = StubApi.ClientId;
            settings.ClientSecret = StubApi.ClientSecret;
        }
    }

    [Fact]
    public async Task Pays_for_a_request_once_however_often_it_is_called()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        services.AddSieSmartClient(api.Configure);
        services.AddSieSmartClient(options => options.RequestsPerMinute = 1);
        await using var provider = services.BuildServiceProvider();

        await provider.Client().ReadAsync();

        Assert.Single(api.Requests);
        Assert.Equal(1, provider.GetRequiredService<IOptions<SieSmartClientOptions>>().Value.RequestsPerMinute);
    }

    [Fact]
    public async Task Lets_the_application_add_handlers_of_its_own()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        services.AddSieSmartClient(api.Configure).AddHttpMessageHandler(() => new HeaderHandler());
        await using var provider = services.BuildServiceProvider();

        await provider.Client().ReadAsync();

        Assert.Equal("yes", Assert.Single(Assert.Single(api.Requests).Headers["X-Own"]));
    }

    [Fact]
    public async Task Keeps_client_token_and_budget_when_the_factory_recreates_its_handlers()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        var handlers = 0;
        services.AddSingleton<TimeProvider>(clock);
        services.AddSieSmartClient(options =>
            {
                api.Configure(options);
                options.RequestsPerMinute = 2;
            })
            .SetHandlerLifetime(TimeSpan.FromSeconds(1))
            .AddHttpMessageHandler(() =>
            {
                handlers++;
                return new HeaderHandler();
            });
        await using var provider = services.BuildServiceProvider();
        var client = provider.Client();

        await client.ReadAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, Cancellation);
        await client.ReadAsync();
        var third = client.ReadAsync();
        await Eventually.NothingMoreAsync();

        Assert.True(handlers >= 2, "The factory has not recreated its handlers.");
        Assert.Single(api.TokenRequests);
        Assert.Equal(2, api.Requests.Count);

        clock.Advance(TimeSpan.FromMinutes(1));
        await third;
    }

    [Fact]
    public async Task Makes_one_client_however_often_it_is_asked_for_so_that_no_container_collects_them()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        await using var scope = services.CreateAsyncScope();

        Assert.Same(services.Client(), services.Client());
        Assert.Same(services.Client(), scope.ServiceProvider.Client());
    }

    [Fact]
    public async Task Applies_what_the_application_sets_on_the_http_client()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        services.AddSieSmartClient(api.Configure)
            .ConfigureHttpClient(client => client.DefaultRequestHeaders.UserAgent.ParseAdd("broker/1.0"));
        await using var provider = services.BuildServiceProvider();

        await provider.Client().ReadAsync();

        Assert.Contains("broker/1.0", Assert.Single(api.Requests).Headers["User-Agent"]);
    }

    [Fact]
    public async Task Leaves_a_disposed_client_of_the_container_to_the_container()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        services.Client().Dispose();

        await services.Client().ReadAsync();
    }

    [Theory]
    [InlineData("ClientSecrets", "SieSmart:ClientSecrets is no option. Did you mean ClientSecret?")]
    [InlineData("RequestPerMinute", "SieSmart:RequestPerMinute is no option. Did you mean RequestsPerMinute?")]
    public void Reports_a_misspelled_setting(string key, string message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"SieSmart:{key}", "1")]).Build();
        var services = new ServiceCollection();
        services.AddSieSmartClient(configuration);
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<SieSmartClient>());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_made_from_options_ends_when_it_is_disposed_of()
    {
        await using var api = await StubApi.StartAsync();
        var client = new SieSmartClient(api.Options());
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ReadAsync());
    }

    private static void AssertWorked(StubApi api, string etag, string? traceId)
    {
        var request = Assert.Single(api.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/b2b/v1/proposals/42/decision", request.Path);
        Assert.Equal("Bearer token-1", Assert.Single(request.Headers["Authorization"]));
        Assert.Equal(Calls.Version.ToString(), Assert.Single(request.Headers["If-Match"]));
        Assert.Equal("0", Assert.Single(request.Headers["Content-Length"]));
        Assert.Equal("v2", etag);
        Assert.Equal("trace-1", traceId);
    }

    private static IConfiguration ConfigurationFor(StubApi api)
    {
        var options = api.Options();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["SieSmart:Environment"] = "production",
                ["SieSmart:BaseAddress"] = options.BaseAddress!.AbsoluteUri,
                ["SieSmart:TokenEndpoint"] = options.TokenEndpoint!.AbsoluteUri,
                ["SieSmart:ClientId"] = options.ClientId,
                ["SieSmart:ClientSecret"] = options.ClientSecret,
                ["SieSmart:RequestsPerMinute"] = "7",
            })
            .Build();
    }

    private sealed class HeaderHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Own", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
