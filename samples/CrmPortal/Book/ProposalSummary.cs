using CrmPortal.Editing;
using SieSmart.Models;

namespace CrmPortal.Book;

/// <summary>What the table shows of a proposal.</summary>
internal sealed record ProposalSummary(string Label, string Customer, string Amount)
{
    public static ProposalSummary Of(Proposal proposal) => new(
        proposal.Label ?? string.Empty,
        ProposalParts.Customer.Read(proposal)[CustomerPart.CompanyName],
        AmountOf(ProposalParts.Calculation.Read(proposal)));

    public static ProposalSummary Of(ProposalCreate proposal) =>
        Of(new Proposal { Label = proposal.Label, Customer = proposal.Customer, Calculation = proposal.Calculation });

    /// <summary>Whether this may be the proposal of an entry. No form changes a label, and the portal notes each change of a customer.</summary>
    public bool IsOf(BookEntry entry) => Label == entry.Label && Customer == entry.Customer;

    public static string AmountOf(FieldValues calculation) =>
        $"{CalculationPart.FinancedAmount.Display(calculation[CalculationPart.FinancedAmount])} {calculation[CalculationPart.Currency]}".Trim();
}
