using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline;

/// <summary>The accounts of a container's clients, each made when it is first asked for. Thread-safe.</summary>
internal sealed class ClientAccounts(IServiceProvider services, ClientResources resources, IHttpClientFactory httpClients) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ClientAccount> _accounts = new(StringComparer.Ordinal);
    private readonly List<SharedTokens> _sharedTokens = [];

    /// <exception cref="OptionsValidationException">The account is new, and its options are missing or wrong.</exception>
    public ClientAccount Of(ClientRegistration client)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(client.HttpClientName, out var account))
            {
                account = resources.CreateAccount(
                    client.Identity,
                    client.Name,
                    client.ReadOptions(services),
                    () => httpClients.CreateClient(client.TokenHttpClientName),
                    SharedBudgetOf(client),
                    SharedTokensOf(client));
                _accounts.Add(client.HttpClientName, account);
            }

            return account;
        }
    }

    private Func<OpenApiClientOptions, BudgetUse>? SharedBudgetOf(ClientRegistration client) =>
        RegistrationOf(client) is { } shared
            ? options => SharedBudgetFactory.Use(shared, options, services, resources.TelemetryOf(client.Identity), resources.TimeProvider)
            : null;

    private SharedTokens? SharedTokensOf(ClientRegistration client)
    {
        if (LastOf<SharedTokenRegistration>(client, static one => one.HttpClientName) is not { } registration)
        {
            return null;
        }

        var shared = SharedTokens.Of(registration, RegistrationOf(client)?.CreateTokenStore, services, resources.TelemetryOf(client.Identity), resources.TimeProvider);
        _sharedTokens.Add(shared);
        return shared;
    }

    private SharedBudgetRegistration? RegistrationOf(ClientRegistration client) => LastOf<SharedBudgetRegistration>(client, static one => one.HttpClientName);

    private TRegistration? LastOf<TRegistration>(ClientRegistration client, Func<TRegistration, string> nameOf)
        where TRegistration : class =>
        services.GetServices<TRegistration>().LastOrDefault(one => string.Equals(nameOf(one), client.HttpClientName, StringComparison.Ordinal));

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var account in _accounts.Values)
            {
                account.Dispose();
            }

            foreach (var shared in _sharedTokens)
            {
                shared.Dispose();
            }
        }
    }
}
