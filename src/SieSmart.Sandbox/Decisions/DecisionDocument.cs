using System.Globalization;
using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Decisions;

/// <summary>The decision on a sheet of paper.</summary>
internal static class DecisionDocument
{
    public static byte[] Write(StoredProposal proposal, Decision decision)
    {
        var lines = new List<string>
        {
            "Credit decision (SieSmart sandbox, no legal effect)",
            string.Empty,
            $"Proposal: {proposal.Id}",
            $"Decision: {decision.DecisionStatus}",
            $"Requested: {Day(decision.DecisionRequestedDate)}",
        };
        Add("Label", proposal.Label);
        Add("Made", Day(decision.DecisionDate));
        Add("Valid until", Day(decision.DecisionValidUntilDate));
        Add("Comment", decision.Comment);
        Add("Condition", decision.Condition);
        Add("Reason", decision.Reason);
        return PdfPage.Write(lines);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                lines.Add($"{name}: {value}");
            }
        }
    }

    private static string? Day(DateTimeOffset? date)
        => date?.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
