using Microsoft.Extensions.Options;
using SieSmart.Client.Authentication;

namespace SieSmart.Client.DependencyInjection;

/// <summary>The accounts of a container's clients by name, each made when it is first asked for. Thread-safe.</summary>
internal sealed class ClientAccounts(SharedResources shared, IOptionsMonitor<SieSmartClientOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ClientAccount> _accounts = new(StringComparer.Ordinal);

    /// <exception cref="OptionsValidationException">The account is new, and its options are missing or wrong.</exception>
    public ClientAccount Of(string name)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(name, out var account))
            {
                account = shared.CreateAccount(name, () => options.Get(name));
                _accounts.Add(name, account);
            }

            return account;
        }
    }
}
