using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.Sharing;

/// <summary>That a client of a container shares its limit.</summary>
/// <param name="HttpClientName">Which client, by the name of its HttpClient.</param>
/// <param name="Options">How.</param>
/// <param name="Create">Makes what it shares.</param>
/// <param name="CreateTokenStore">Makes where a token can lie beside it; null for nowhere.</param>
internal sealed record SharedBudgetRegistration(
    string HttpClientName,
    SharedBudgetOptions Options,
    Func<IServiceProvider, SharedBudgetLimit, ISharedBudget> Create,
    Func<IServiceProvider, ISharedTokenStore>? CreateTokenStore);
