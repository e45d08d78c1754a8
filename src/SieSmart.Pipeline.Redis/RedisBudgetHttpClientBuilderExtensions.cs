using SieSmart.Pipeline.Redis;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets clients share their limit through Redis.</summary>
public static class RedisBudgetHttpClientBuilderExtensions
{
    /// <summary>Lets a client share its limit with those of all programs that use the same Redis database.</summary>
    /// <param name="builder">What registered the client: the result of <c>AddSieSmartClient</c>, <c>AddOpenApiClient</c> or a generated method.</param>
    /// <param name="connection">The connection, which stays its creator's to dispose of.</param>
    /// <param name="configure">Sets what the keys begin with, and which limit it is; null (the default) for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="connection"/> is null.</exception>
    /// <remarks>The limit is that of the client's own options, and all programs must name the same.</remarks>
    public static IHttpClientBuilder UseRedisBudget(this IHttpClientBuilder builder, IConnectionMultiplexer connection, Action<RedisBudgetOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connection);
        var options = new RedisBudgetOptions();
        configure?.Invoke(options);
        return builder.UseSharedBudget((_, limit) => new RedisSharedBudget(connection, limit, options.Prefix), options, _ => new RedisTokenStore(connection, options.Prefix));
    }
}
