using Microsoft.Extensions.Options;
using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.Events;

namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>How a client shares its tokens. What it needs for that is made with the first. Thread-safe.</summary>
/// <param name="createProtector">Makes what encrypts them.</param>
/// <param name="createStore">Makes where they lie.</param>
/// <param name="observer">Told of what happens.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class SharedTokens(Func<ITokenProtector> createProtector, Func<ISharedTokenStore> createStore, IPipelineObserver observer, TimeProvider timeProvider) : IDisposable
{
    private readonly Lazy<(ITokenProtector Protector, ISharedTokenStore Store)> _parts = new(() => (createProtector(), createStore()));

    /// <param name="registration">That the client shares them.</param>
    /// <param name="createBesideBudget">Makes where they can lie beside the client's budget; null for nowhere.</param>
    /// <param name="services">The container.</param>
    /// <param name="observer">Told of what happens.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="OptionsValidationException">Nobody says where the token shall lie.</exception>
    public static SharedTokens Of(
        SharedTokenRegistration registration,
        Func<IServiceProvider, ISharedTokenStore>? createBesideBudget,
        IServiceProvider services,
        IPipelineObserver observer,
        TimeProvider timeProvider)
    {
        var createStore = registration.CreateStore ?? createBesideBudget ?? throw new OptionsValidationException(
            registration.HttpClientName,
            typeof(OpenApiClientOptions),
            ["ShareToken is called, but there is no store for the token. Call UseMachineWideBudget, UseRedisBudget or UsePostgreSqlBudget, too, or give ShareToken a store."]);
        return new SharedTokens(() => registration.CreateProtector(services), () => createStore(services), observer, timeProvider);
    }

    /// <summary>The way to a token that asks the others first.</summary>
    public ITokenOrigin Share(ITokenOrigin endpoint, ClientCredentials credentials) =>
        new SharedTokenOrigin(endpoint, _parts.Value.Store, new TokenSeal(credentials, _parts.Value.Protector), observer, timeProvider);

    public void Dispose()
    {
        if (_parts.IsValueCreated)
        {
            (_parts.Value.Store as IDisposable)?.Dispose();
        }
    }
}
