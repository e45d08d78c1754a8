using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Throttling;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a registered client share its limit with other processes.</summary>
public static class SharedBudgetHttpClientBuilderExtensions
{
    /// <summary>Lets a client share its limit with those of other processes, by an engine of your own.</summary>
    /// <param name="builder">What registered the client: the result of <c>AddSieSmartClient</c>, <c>AddOpenApiClient</c> or a generated method.</param>
    /// <param name="create">
    /// Makes the engine, once for the client, when it is first asked for. What it returns is disposed of along with the container, if it can be.
    /// </param>
    /// <param name="options">How it is shared; null (the default) for the defaults.</param>
    /// <param name="createTokenStore">
    /// Makes where the client's token lies if <see cref="SharedTokenHttpClientBuilderExtensions.ShareToken(IHttpClientBuilder, ITokenProtector)"/> is
    /// called, too; once for the client, and disposed of as the engine is. Null (the default) for an engine that holds no tokens.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="create"/> is null.</exception>
    /// <remarks>The limit is that of the client's own options, and all processes must name the same. Called twice, the last call counts.</remarks>
    public static IHttpClientBuilder UseSharedBudget(
        this IHttpClientBuilder builder,
        Func<IServiceProvider, SharedBudgetLimit, ISharedBudget> create,
        SharedBudgetOptions? options = null,
        Func<IServiceProvider, ISharedTokenStore>? createTokenStore = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.AddSingleton(new SharedBudgetRegistration(builder.Name, options ?? new SharedBudgetOptions(), create, createTokenStore));
        return builder;
    }
}
