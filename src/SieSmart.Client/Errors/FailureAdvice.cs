using System.Net;
using SieSmart.Runtime;

namespace SieSmart.Client.Errors;

/// <summary>What is peculiar to SieSmart in a failure, beyond what its status means anywhere.</summary>
internal sealed class FailureAdvice(SieSmartEnvironment environment)
{
    public string? For(OperationContext context) => context.StatusCode switch
    {
        HttpStatusCode.NotFound when environment == SieSmartEnvironment.Test =>
            "The test environment is wiped by regular database refreshes: if the id is from before the last one, create the proposal again.",
        HttpStatusCode.Unauthorized =>
            $"SieSmart:ClientId and SieSmart:ClientSecret must be those of the {environment} environment.",
        _ => null,
    };
}
