using System.Net;
using SieSmart.Runtime;

namespace SieSmart.Client.Errors;

/// <summary>What is peculiar to SieSmart in a failure, beyond what its status means anywhere.</summary>
internal sealed class FailureAdvice(SieSmartEnvironment environment)
{
    private const string Creation = "/proposals/proposal";

    public string? For(OperationContext context) => context.StatusCode switch
    {
        HttpStatusCode.NotFound when environment == SieSmartEnvironment.Test =>
            "The test environment is wiped by regular database refreshes: if the id is from before the last one, create the proposal again.",
        HttpStatusCode.Unauthorized =>
            $"SieSmart:ClientId and SieSmart:ClientSecret must be those of the {environment} environment.",
        _ when context is { IsInDoubt: true, Operation.PathTemplate: Creation } =>
            "The API can neither list proposals nor recognise a request that it has had before: look in SieSmart itself whether the proposal is there.",
        _ => null,
    };
}
