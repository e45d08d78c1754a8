using SieSmart.Pipeline.Sharing.Tokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a registered client share its access token with other processes.</summary>
public static class SharedTokenHttpClientBuilderExtensions
{
    /// <summary>
    /// Lets a client share its access token with the programs that it shares its limit with, encrypted: one of them fetches it for all. Call it beside
    /// <c>UseMachineWideBudget</c>, <c>UseRedisBudget</c> or <c>UsePostgreSqlBudget</c>.
    /// </summary>
    /// <param name="builder">What registered the client: the result of <c>AddSieSmartClient</c>, <c>AddOpenApiClient</c> or a generated method.</param>
    /// <param name="protector">What encrypts it; all programs need the same keys.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="protector"/> is null.</exception>
    /// <remarks>
    /// Programs share a token if they ask the same token endpoint for it with the same client id, secret, scope and audience. While the store can't be
    /// asked, each fetches its own. A client that fetches no tokens shares none.
    /// </remarks>
    public static IHttpClientBuilder ShareToken(this IHttpClientBuilder builder, ITokenProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        return builder.ShareToken(_ => protector);
    }

    /// <summary>Lets a client share its access token with other programs, encrypted: one of them fetches it for all.</summary>
    /// <param name="builder">What registered the client.</param>
    /// <param name="createProtector">Makes what encrypts it, once for the client; all programs need the same keys.</param>
    /// <param name="createStore">
    /// Makes where it lies, once for the client; null (the default) for where its budget does. What it returns is disposed of along with the
    /// container, if it can be.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="createProtector"/> is null.</exception>
    /// <inheritdoc cref="ShareToken(IHttpClientBuilder, ITokenProtector)" path="/remarks"/>
    public static IHttpClientBuilder ShareToken(
        this IHttpClientBuilder builder,
        Func<IServiceProvider, ITokenProtector> createProtector,
        Func<IServiceProvider, ISharedTokenStore>? createStore = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(createProtector);
        builder.Services.AddSingleton(new SharedTokenRegistration(builder.Name, createProtector, createStore));
        return builder;
    }
}
