using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orders;
using SieSmart.Pipeline.Tests.Support;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.Tests.DependencyInjection;

public sealed class AddOpenApiClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_the_client_to_whoever_asks_for_its_type_or_its_name()
    {
        await using var api = await OrdersApi.StartAsync();
        await using var services = new ServiceCollection().AddOrders("Orders", api).BuildServiceProvider(validateScopes: true);

        var client = services.GetRequiredService<OrdersClient>();
        await client.Orders[42].GetAsync(cancellationToken: Token);

        Assert.Same(client, services.GetRequiredKeyedService<OrdersClient>("Orders"));
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Keeps_the_accounts_of_two_clients_of_one_type_apart()
    {
        await using var api = await OrdersApi.StartAsync();
        await using var services = new ServiceCollection()
            .AddOrders("North", api, options => options.Authentication.ClientCredentials!.ClientId = "north")
            .AddOrders("South", api, options => options.Authentication.ClientCredentials!.ClientId = "south")
            .BuildServiceProvider(validateScopes: true);

        await services.GetRequiredKeyedService<OrdersClient>("North").Orders[1].GetAsync(cancellationToken: Token);
        await services.GetRequiredKeyedService<OrdersClient>("South").Orders[1].GetAsync(cancellationToken: Token);

        Assert.Contains("client_id=north", api.TokenRequests[0].Body, StringComparison.Ordinal);
        Assert.Contains("client_id=south", api.TokenRequests[1].Body, StringComparison.Ordinal);
        var exception = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<OrdersClient>());
        Assert.Contains("North, South", exception.Message, StringComparison.Ordinal);
        Assert.Contains("[FromKeyedServices(\"North\")]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_the_budget_of_a_host_among_all_clients()
    {
        await using var api = await OrdersApi.StartAsync();
        void Limit(OpenApiClientOptions options) => options.RateLimit = new RateLimitOptions { Permits = 1, QueueLimit = 0 };
        await using var services = new ServiceCollection().AddOrders("North", api, Limit).AddOrders("South", api, Limit).BuildServiceProvider();

        await services.GetRequiredKeyedService<OrdersClient>("North").Orders[1].GetAsync(cancellationToken: Token);

        await Assert.ThrowsAsync<Runtime.RateLimitExceededException>(
            () => services.GetRequiredKeyedService<OrdersClient>("South").Orders[1].GetAsync(cancellationToken: Token));
    }

    [Fact]
    public async Task Checks_the_options_when_the_host_starts()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOpenApiClient<OrdersClient>("Orders", options => options.MaxRetries = 11);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Contains("Orders:BaseAddress is missing. Set it with 'dotnet user-secrets set Orders:BaseAddress …', the environment variable Orders__BaseAddress, or in code.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Orders:MaxRetries is 11. Set it to 0 for none, or to 10 at the most.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Orders:Authentication is missing, so that calls would go out without credentials.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binds_every_option_that_a_configuration_can_hold()
    {
        var options = Bind(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["BaseAddress"] = "https://orders.example.com/v2",
            ["Authentication:ClientCredentials:TokenEndpoint"] = "https://login.example.com/token",
            ["Authentication:ClientCredentials:ClientId"] = "id",
            ["Authentication:ClientCredentials:ClientSecret"] = "secret",
            ["Authentication:ClientCredentials:Scope"] = "a b",
            ["Authentication:ClientCredentials:Audience"] = "everybody",
            ["Authentication:ClientCredentials:Format"] = "json",
            ["Authentication:ClientCredentials:Place"] = "BasicHeader",
            ["Authentication:ApiKeys:0:Name"] = "X-Api-Key",
            ["Authentication:ApiKeys:0:Value"] = "key",
            ["Authentication:ApiKeys:0:Place"] = "query",
            ["Authentication:AllowAnonymous"] = "true",
            ["RateLimit:Permits"] = "7",
            ["RateLimit:Window"] = "00:00:10",
            ["RateLimit:QueueLimit"] = "8",
            ["Priority"] = "bulk",
            ["QueueTimeout"] = "00:00:11",
            ["AttemptTimeout"] = "00:00:12",
            ["TotalTimeout"] = "00:00:13",
            ["MaxRetries"] = "2",
            ["MaxResponseBytes"] = "2048",
            ["TraceIdHeader"] = "X-Request-Id",
            ["KeepHostHandlers"] = "true",
            ["ApplicationId"] = "Warehouse",
            ["Installation"] = "test",
        });

        var credentials = options.Authentication.ClientCredentials!;
        var key = Assert.Single(options.Authentication.ApiKeys);
        Assert.Equal("https://orders.example.com/v2", options.BaseAddress!.AbsoluteUri);
        Assert.Equal(
            ("https://login.example.com/token", "id", "secret", "a b", "everybody", TokenRequestFormat.Json, CredentialsPlace.BasicHeader),
            (credentials.TokenEndpoint!.AbsoluteUri, credentials.ClientId, credentials.ClientSecret, credentials.Scope, credentials.Audience, credentials.Format, credentials.Place));
        Assert.Equal(("X-Api-Key", "key", ApiKeyPlace.Query, true), (key.Name, key.Value, key.Place, options.Authentication.AllowAnonymous));
        Assert.Equal((7, TimeSpan.FromSeconds(10), 8), (options.RateLimit!.Permits, options.RateLimit.Window, options.RateLimit.QueueLimit));
        Assert.Equal(
            (RequestPriority.Bulk, 11, 12, 13, 2, 2048, "X-Request-Id", true, "Warehouse/test"),
            (options.Priority, options.QueueTimeout.Seconds, options.AttemptTimeout.Seconds, options.TotalTimeout.Seconds, options.MaxRetries, options.MaxResponseBytes, options.TraceIdHeader, options.KeepHostHandlers, $"{options.ApplicationId}/{options.Installation}"));
    }

    [Theory]
    [InlineData("BaseAdress", "Orders:BaseAdress is no option. Did you mean BaseAddress?")]
    [InlineData("baseaddres", "Orders:baseaddres is no option. Did you mean BaseAddress?")]
    [InlineData("Colour", "Orders:Colour is no option. Remove it. The options are BaseAddress, Authentication,")]
    [InlineData("RateLimit:Permit", "Orders:RateLimit:Permit is no option. Did you mean Permits?")]
    [InlineData("Authentication:ClientCredentials:Scopes", "Orders:Authentication:ClientCredentials:Scopes is no option. Did you mean Scope?")]
    [InlineData("Authentication:ApiKeys:0:Key", "Orders:Authentication:ApiKeys:0:Key is no option.")]
    public void Reports_a_misspelled_key(string key, string message)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Bind(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["BaseAddress"] = "https://orders.example.com/v2",
            ["Authentication:AllowAnonymous"] = "true",
            [key] = "1",
        }));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sets_in_code_what_no_configuration_can_hold()
    {
        await using var api = await OrdersApi.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Orders:BaseAddress", api.BaseAddress.AbsoluteUri)]).Build();
        var services = new ServiceCollection();
        services.AddOpenApiClient<OrdersClient>("Orders", configuration, options => options.Authentication.Bearer = _ => new("own"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<OrdersClient>().Orders[1].GetAsync(cancellationToken: Token);

        Assert.Equal(["Bearer own"], Assert.Single(api.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task Tells_the_health_of_a_client()
    {
        await using var api = await OrdersApi.StartAsync();
        var services = new ServiceCollection().AddOrders("Orders", api);
        services.AddLogging().AddHealthChecks().AddOpenApiClient<OrdersClient>("Orders", configure: check =>
            check.Probe = (client, token) => client.Orders[1].GetAsync(cancellationToken: token));
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        var entry = report.Entries["Orders"];
        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Contains("API: answered 200", entry.Description, StringComparison.Ordinal);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Changes_a_key_at_run_time()
    {
        await using var api = await OrdersApi.StartAsync();
        var source = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Orders:BaseAddress"] = api.BaseAddress.AbsoluteUri,
            ["Orders:Authentication:ApiKeys:0:Name"] = "X-Api-Key",
            ["Orders:Authentication:ApiKeys:0:Value"] = "old",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(source).Build();
        var services = new ServiceCollection();
        services.AddOpenApiClient<OrdersClient>("Orders", configuration);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<OrdersClient>();
        await client.Orders[1].GetAsync(cancellationToken: Token);

        configuration["Orders:Authentication:ApiKeys:0:Value"] = "new";
        configuration.Reload();
        await client.Orders[1].GetAsync(cancellationToken: Token);

        Assert.Equal(["old", "new"], api.Requests.Select(request => request.Headers["X-Api-Key"].Single()));
    }

    private static OpenApiClientOptions Bind(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(string.Create(CultureInfo.InvariantCulture, $"Orders:{setting.Key}"), setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddOpenApiClient<OrdersClient>("Orders", configuration);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<OpenApiClientOptions>>().Get("Orders");
    }
}
