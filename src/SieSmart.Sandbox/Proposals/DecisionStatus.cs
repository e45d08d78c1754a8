namespace SieSmart.Sandbox.Proposals;

internal static class DecisionStatus
{
    public const string Pending = "PENDING";
    public const string Accepted = "ACCEPTED";
    public const string Declined = "DECLINED";
}
