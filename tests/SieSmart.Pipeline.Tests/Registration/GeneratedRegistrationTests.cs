using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orders;
using SieSmart.Pipeline.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;
using Stock;

namespace SieSmart.Pipeline.Tests.Registration;

/// <summary>The method that the generator makes of a document registers the client with what the document says.</summary>
public sealed class GeneratedRegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Knows_the_address_the_token_endpoint_and_the_scopes_of_the_document()
    {
        var options = OptionsOf("Orders", services => services.AddOrdersClient(Settings(
            ("Orders:Authentication:ClientCredentials:ClientId", "warehouse"),
            ("Orders:Authentication:ClientCredentials:ClientSecret", "s3cr3t"))));

        Assert.Equal(new Uri("https://orders.example.com/v2"), options.BaseAddress);
        Assert.Equal(new Uri("https://login.example.com/token"), options.Authentication.ClientCredentials!.TokenEndpoint);
        Assert.Equal("orders", options.Authentication.ClientCredentials.Scope);
        Assert.Null(options.RateLimit);
        Assert.Equal(3, options.Operations.Count);
    }

    [Fact]
    public void Knows_the_limit_and_the_keys_of_the_document()
    {
        var options = OptionsOf("Stock", services => services.AddStockClient(Settings(
            ("Stock:Authentication:ApiKeys:0:Value", "one"),
            ("Stock:Authentication:ApiKeys:1:Value", "two"))));

        Assert.Equal(["region in the query", "X-Stock-Key in the header"], options.Authentication.ApiKeys.Select(key => key.ToString()));
        Assert.Equal(["one", "two"], options.Authentication.ApiKeys.Select(key => key.Value));
        Assert.Equal("2 in 00:01:30", options.RateLimit!.ToString());
    }

    [Fact]
    public void Prefers_what_the_configuration_says()
    {
        var options = OptionsOf("Stock", services => services.AddStockClient(Settings(
            ("Stock:BaseAddress", "https://stock.example.com/v2"),
            ("Stock:RateLimit:Permits", "7"),
            ("Stock:Authentication:ApiKeys:0:Name", "X-Other"),
            ("Stock:Authentication:ApiKeys:0:Value", "one"))));

        Assert.Equal(new Uri("https://stock.example.com/v2"), options.BaseAddress);
        Assert.Equal("7 in 00:01:30", options.RateLimit!.ToString());
        Assert.Equal("X-Other in the header", Assert.Single(options.Authentication.ApiKeys).ToString());
    }

    [Fact]
    public void Lets_code_take_the_limit_away()
    {
        var options = OptionsOf("Stock", services => services.AddStockClient(options =>
        {
            options.RateLimit = null;
            options.Authentication.AllowAnonymous = true;
        }));

        Assert.Null(options.RateLimit);
    }

    [Fact]
    public void Asks_for_the_credentials_that_no_document_has()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => OptionsOf("Orders", services => services.AddOrdersClient(Settings())));

        Assert.Contains("Orders:Authentication is missing", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("BaseAddress", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_a_request_that_was_built_by_hand_to_its_etag()
    {
        await using var api = await OrdersApi.StartAsync();
        await using var services = Provide(services => services.AddOrdersClient(api.Configure));
        var client = services.GetRequiredService<OrdersClient>();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SendByHandAsync(client, $"{api.BaseAddress}/orders/42"));

        Assert.Contains("PUT /orders/{orderId} was not sent: it has no If-Match header", exception.Message, StringComparison.Ordinal);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Makes_one_client_for_each_account()
    {
        await using var api = await OrdersApi.StartAsync();
        await using var services = Provide(services =>
        {
            services.AddOrdersClient(api.Configure, "North");
            services.AddOrdersClient(api.Configure, "South");
        });

        Assert.NotSame(services.GetRequiredKeyedService<OrdersClient>("North"), services.GetRequiredKeyedService<OrdersClient>("South"));
    }

    [Fact]
    public async Task Keeps_to_the_limit_of_the_document()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => StubServer.AnswerAsync(http, 200, """{"name":"Paper"}""");
        await using var services = Provide(services => services.AddStockClient(options =>
        {
            options.BaseAddress = api.BaseAddress;
            options.Authentication.AllowAnonymous = true;
            options.RateLimit!.QueueLimit = 0;
        }));
        var client = services.GetRequiredService<StockClient>();

        await client.Articles["1"].GetAsync(cancellationToken: Token);
        await client.Articles["2"].GetAsync(cancellationToken: Token);

        await Assert.ThrowsAsync<RateLimitExceededException>(() => client.Articles["3"].GetAsync(cancellationToken: Token));
    }

    [Fact]
    public void Is_marked_as_generated_so_that_analyzers_know_it() =>
        Assert.Equal("SieSmart.Generators", typeof(OrdersClientServiceCollectionExtensions).GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>()!.Tool);

    private static Task SendByHandAsync(OrdersClient client, string address)
    {
        var adapter = (Microsoft.Kiota.Abstractions.IRequestAdapter)typeof(Microsoft.Kiota.Abstractions.BaseRequestBuilder)
            .GetProperty("RequestAdapter", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(client)!;
        var request = new Microsoft.Kiota.Abstractions.RequestInformation { HttpMethod = Microsoft.Kiota.Abstractions.Method.PUT, URI = new Uri(address) };
        return adapter.SendNoContentAsync(request, cancellationToken: Token);
    }

    private static OpenApiClientOptions OptionsOf(string name, Action<IServiceCollection> register)
    {
        using var provider = Provide(register);
        return provider.GetRequiredService<IOptionsMonitor<OpenApiClientOptions>>().Get(name);
    }

    private static ServiceProvider Provide(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();
}
