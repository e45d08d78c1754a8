using Microsoft.Extensions.DependencyInjection;

namespace SieSmart.Client.Tests.Support;

/// <summary>Containers as an application builds them.</summary>
internal static class Services
{
    public static ServiceProvider For(StubApi api, TimeProvider? clock = null, Action<SieSmartClientOptions>? configure = null)
    {
        var services = new ServiceCollection();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        services.AddSieSmartClient(options =>
        {
            api.Configure(options);
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static SieSmartClient Client(this IServiceProvider services) => services.GetRequiredService<SieSmartClient>();
}
