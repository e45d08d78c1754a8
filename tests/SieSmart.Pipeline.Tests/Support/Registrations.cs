using Microsoft.Extensions.DependencyInjection;
using Orders;

namespace SieSmart.Pipeline.Tests.Support;

internal static class Registrations
{
    public static IServiceCollection AddOrders(
        this IServiceCollection services,
        string name,
        OrdersApi api,
        Action<OpenApiClientOptions>? configure = null)
    {
        services.AddOpenApiClient<OrdersClient>(name, options =>
        {
            api.Configure(options);
            configure?.Invoke(options);
        });
        return services;
    }
}
