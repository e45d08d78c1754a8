using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Decisions;

/// <summary>Whether a proposal may be submitted now.</summary>
internal sealed record DecisionPreCheck(
    bool RequestAllowed,
    bool CancelAllowed,
    IReadOnlyList<PreconditionViolation> PreconditionViolations)
{
    public static DecisionPreCheck Of(StoredProposal proposal)
    {
        var violations = Missing(proposal)
            .Select(field => new PreconditionViolation(field.Code, field.UserMessage))
            .ToList();
        var isPending = proposal.Decision is { IsPending: true };
        if (isPending)
        {
            violations.Add(new PreconditionViolation("DECISION_PENDING", "A decision was asked for and is not made yet."));
        }

        return new DecisionPreCheck(violations.Count == 0, isPending, violations);
    }

    public static IReadOnlyList<FieldViolation> Missing(StoredProposal proposal)
    {
        var missing = new List<FieldViolation>();
        if (proposal.Customer is null)
        {
            missing.Add(new FieldViolation("customer", "CUSTOMER_MISSING", "The proposal has no customer."));
        }

        if (proposal.Assets.Count == 0)
        {
            missing.Add(new FieldViolation("assets", "ASSET_MISSING", "The proposal has no asset."));
        }

        if (proposal.Calculation is null)
        {
            missing.Add(new FieldViolation("calculation", "CALCULATION_MISSING", "The proposal has no calculation."));
        }

        return missing;
    }
}
