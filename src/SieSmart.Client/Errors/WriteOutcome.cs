using SieSmart.Runtime;

namespace SieSmart.Client.Errors;

/// <summary>What a write that failed may have done.</summary>
internal static class WriteOutcome
{
    private const int FirstSuccess = 200;
    private const int LastSuccess = 299;

    /// <summary>Whether the write may have been applied, or surely was.</summary>
    /// <param name="failure">What it failed with, a cancellation included.</param>
    /// <param name="context">What is known of the request.</param>
    public static bool MayHaveHappened(Exception failure, OperationContext context) =>
        context.IsInDoubt
        || (int?)context.StatusCode is >= FirstSuccess and <= LastSuccess
        || failure is OutcomeUnknownException or ResponseUnreadableException or ServerErrorException;
}
