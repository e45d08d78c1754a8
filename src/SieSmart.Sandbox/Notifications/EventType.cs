using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Notifications;

internal static class EventType
{
    public const string DecisionReceived = "DECISION_RECEIVED";
    public const string CreditStatusChanged = "CREDIT_STATUS_CHANGED";

    public static bool IsKnown(string eventType) => eventType is DecisionReceived or CreditStatusChanged;

    /// <summary>What has happened from one version of a proposal to the next.</summary>
    public static IEnumerable<string> Between(StoredProposal before, StoredProposal after)
    {
        if (after.Decision is { IsPending: false } decision && decision.Shown != before.Decision?.Shown)
        {
            yield return DecisionReceived;
        }

        if (after.CreditStatus != before.CreditStatus)
        {
            yield return CreditStatusChanged;
        }
    }
}
