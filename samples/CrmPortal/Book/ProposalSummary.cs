using CrmPortal.Editing;
using SieSmart.Models;

namespace CrmPortal.Book;

/// <summary>What the table shows of a proposal.</summary>
/// <param name="Label">The broker's label.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="Amount">The financed amount in the one form of amounts.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="OfficeId">The office.</param>
/// <param name="Decision">Where the decision stands, in SieSmart's words; null before it was submitted.</param>
public sealed record ProposalSummary(string Label, string Customer, string Amount, string Currency, int? OfficeId, string? Decision)
{
    public static ProposalSummary Of(Proposal proposal)
    {
        var calculation = ProposalParts.Calculation.Read(proposal);
        return new ProposalSummary(
            proposal.Label ?? string.Empty,
            ProposalParts.Customer.Read(proposal)[CustomerPart.CompanyName],
            calculation[CalculationPart.FinancedAmount],
            calculation[CalculationPart.Currency],
            proposal.OfficeId,
            proposal.Decision?.DecisionStatus);
    }

    public static ProposalSummary Of(ProposalCreate proposal) =>
        Of(new Proposal { Label = proposal.Label, OfficeId = proposal.OfficeId, Customer = proposal.Customer, Calculation = proposal.Calculation });

    /// <summary>Whether this may be the proposal of an entry. No form changes a label, and the portal notes each change of a customer.</summary>
    public bool IsOf(BookEntry entry) => Label == entry.Label && Customer == entry.Customer;
}
