using Microsoft.Extensions.DependencyInjection;
using Orders;
using Orders.Models;
using SieSmart.Pipeline;

namespace SieSmart.Testing.Tests.Stubs;

/// <summary>An application that registers its client itself.</summary>
public sealed class RegisteredClientTests
{
    [Fact]
    public async Task Is_answered_by_the_stub_that_its_registration_is_pointed_to()
    {
        using var api = new StubTransport();
        api.On(HttpMethod.Get, "/orders/{id}").Returns(new Order { Label = "Paper" }, etag: "v1");
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddOpenApiClient<OrdersClient>("Orders", options =>
        {
            options.BaseAddress = new Uri("https://orders.example.com/v2");
            options.Authentication.ClientCredentials = new ClientCredentialsOptions
            {
                TokenEndpoint = new Uri("https://login.example.com/token"),
                ClientId = "warehouse",
                ClientSecret = "not a secret",
            };
        });

        services.Configure<OpenApiClientOptions>("Orders", api.Configure);
        services.AddHttpClient("Orders").ConfigurePrimaryHttpMessageHandler(() => api);
        await using var provider = services.BuildServiceProvider();

        var (order, etag) = await provider.GetRequiredService<OrdersClient>().Orders[42].GetAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(("Paper", "v1"), (order.Label, etag.ToString()));
    }
}
