using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.DependencyInjection;

public sealed class NamedClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_have_credentials_and_a_token_of_their_own()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        Add(services, api, "north");
        Add(services, api, "south");
        services.AddSingleton<Consumer>();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var consumer = provider.GetRequiredService<Consumer>();
        await consumer.North.ReadAsync();
        await consumer.South.ReadAsync();
        await consumer.North.ReadAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-1"], api.Requests.Select(request => Assert.Single(request.Headers["Authorization"])));
        Assert.Contains("secret-of-north", api.TokenRequests[0].Body, StringComparison.Ordinal);
        Assert.Contains("secret-of-south", api.TokenRequests[1].Body, StringComparison.Ordinal);
        Assert.Null(provider.GetService<SieSmartClient>());
    }

    [Fact]
    public async Task Stand_beside_the_unnamed_one()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        services.AddSieSmartClient(api.Configure);
        Add(services, api, "north");
        await using var provider = services.BuildServiceProvider();

        await provider.Client().ReadAsync();
        await provider.GetRequiredKeyedService<SieSmartClient>("north").ReadAsync();

        Assert.Contains(StubApi.ClientSecret, api.TokenRequests[0].Body, StringComparison.Ordinal);
        Assert.Contains("secret-of-north", api.TokenRequests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_a_token_where_their_credentials_are_the_same()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        services.AddSieSmartClient("north", api.Configure);
        services.AddSieSmartClient("south", api.Configure);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<SieSmartClient>("north").ReadAsync();
        await provider.GetRequiredKeyedService<SieSmartClient>("south").ReadAsync();

        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task Share_the_budget_of_the_host_that_they_call()
    {
        await using var api = await StubApi.StartAsync();
        var clock = new FakeTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        Add(services, api, "north", options => options.RequestsPerMinute = 2);
        Add(services, api, "south", options => options.RequestsPerMinute = 2);
        await using var provider = services.BuildServiceProvider();
        var (north, south) = (provider.GetRequiredKeyedService<SieSmartClient>("north"), provider.GetRequiredKeyedService<SieSmartClient>("south"));

        await north.ReadAsync();
        await south.ReadAsync();
        var third = south.ReadAsync();
        await Eventually.NothingMoreAsync();
        Assert.Equal(2, api.Requests.Count);

        clock.Advance(TimeSpan.FromMinutes(1));
        await third;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_their_options_from_their_own_section(bool isSection)
    {
        await using var api = await StubApi.StartAsync();
        var configuration = new ReloadableConfiguration(api, "SieSmart:north").Configuration;
        var services = new ServiceCollection();
        services.AddSieSmartClient("north", isSection ? configuration.GetSection("SieSmart:north") : configuration);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<SieSmartClient>("north").ReadAsync();

        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Stop_a_host_from_starting_with_options_that_are_wrong()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSieSmartClient("north", builder.Configuration);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.Equal("north", exception.OptionsName);
        Assert.Contains("'dotnet user-secrets set SieSmart:north:ClientSecret …', the environment variable SieSmart__north__ClientSecret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pay_for_a_request_once_however_often_they_are_added()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        Add(services, api, "north");
        services.AddSieSmartClient("north", options => options.RequestsPerMinute = 1);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<SieSmartClient>("north").ReadAsync();

        Assert.Single(api.Requests);
        Assert.Equal(1, provider.GetRequiredService<IOptionsMonitor<SieSmartClientOptions>>().Get("north").RequestsPerMinute);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Have_a_name(string name)
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentException>(() => services.AddSieSmartClient(name, _ => { }));
        Assert.Throws<ArgumentException>(() => services.AddSieSmartClient(name, new ConfigurationBuilder().Build()));
        Assert.Throws<ArgumentNullException>(() => services.AddSieSmartClient(null!, _ => { }));
    }

    [Fact]
    public async Task Fail_apart_from_each_other()
    {
        await using var api = await StubApi.StartAsync();
        var services = new ServiceCollection();
        Add(services, api, "north");
        Add(services, api, "south");
        await using var provider = services.BuildServiceProvider();
        var token = api.Token;
        api.Token = http => api.TokenRequests[^1].Body.Contains("north", StringComparison.Ordinal) ? StubServer.AnswerAsync(http, 401) : token(http);

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => provider.GetRequiredKeyedService<SieSmartClient>("north").ReadAsync());
        await provider.GetRequiredKeyedService<SieSmartClient>("south").ReadAsync();
    }

    private static void Add(IServiceCollection services, StubApi api, string name, Action<SieSmartClientOptions>? configure = null) =>
        services.AddSieSmartClient(name, options =>
        {
            api.Configure(options);
            options.ClientId = $"broker-{name}";
            options.ClientSecret = $"secret-of-{name}";
            configure?.Invoke(options);
        });

    private sealed class Consumer([FromKeyedServices("north")] SieSmartClient north, [FromKeyedServices("south")] SieSmartClient south)
    {
        public SieSmartClient North => north;

        public SieSmartClient South => south;
    }
}
