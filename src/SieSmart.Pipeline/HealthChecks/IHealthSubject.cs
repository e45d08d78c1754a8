using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.HealthChecks;

/// <summary>What a health check can know of a client without a request.</summary>
internal interface IHealthSubject
{
    ApiReachability Reachability { get; }

    /// <summary>How the tokens stand now; null for a client that needs none.</summary>
    TokenStatus? Token { get; }

    BudgetSnapshot Budget { get; }

    /// <summary>Why changed options aren't in use; null if they are.</summary>
    string? Refusal { get; }
}
