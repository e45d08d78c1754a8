using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.HealthChecks;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline;

/// <summary>A client as a health check sees it.</summary>
internal sealed class ClientHealth(ClientAccount account) : IHealthSubject
{
    public ApiReachability Reachability => account.Reachability;

    public TokenStatus? Token => account.Token;

    public BudgetSnapshot Budget => account.Budget.Snapshot();

    public string? Refusal => account.Refusal;
}
