using System.Globalization;
using System.Text.Json;
using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Decisions;

/// <summary>Decides by the financed amount alone, so that a test can choose its outcome.</summary>
internal sealed class DecisionRule(SandboxOptions options)
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(90);

    public StoredDecision Request(StoredProposal proposal, DecisionRequest request)
    {
        var requestedAt = options.TimeProvider.GetUtcNow();
        var madeAt = requestedAt + options.PendingDuration;
        var pending = new Decision(
            DecisionStatus.Pending,
            requestedAt,
            DecisionDate: null,
            DecisionValidUntilDate: null,
            Comment: null,
            Condition: null,
            Reason: null,
            request.CommentToRiskAnalyst,
            request.SiemensMayContactCustomer);

        var amount = AmountOf(proposal);
        var limit = options.DeclineFrom.ToString(CultureInfo.InvariantCulture);
        var outcome = amount < options.DeclineFrom
            ? pending with
            {
                DecisionStatus = DecisionStatus.Accepted,
                DecisionDate = madeAt,
                DecisionValidUntilDate = madeAt + Validity,
                Comment = "Accepted by the sandbox's rule.",
                Condition = amount < options.DeclineFrom * 2 / 5 ? null : "A deposit of 10 percent.",
                Reason = $"The financed amount is below {limit}.",
            }
            : pending with
            {
                DecisionStatus = DecisionStatus.Declined,
                DecisionDate = madeAt,
                Comment = "Declined by the sandbox's rule.",
                Reason = $"The financed amount is not below {limit}.",
            };
        return new StoredDecision(pending, outcome);
    }

    private static decimal AmountOf(StoredProposal proposal)
    {
        var financed = proposal.Calculation is { } calculation ? Number(calculation, "financedAmount") : null;
        return financed ?? proposal.Assets.Sum(asset => (Number(asset, "quantity") ?? 1) * (Number(asset, "unitPrice") ?? 0));
    }

    private static decimal? Number(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
