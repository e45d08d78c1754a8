using System.Globalization;
using SieSmart.Models;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;

// As for the customer: the calculation is documented, the names of its fields are inferred, and this use of them is on purpose.
#pragma warning disable SIE9001

namespace CrmPortal.Editing;

/// <summary>How it is financed.</summary>
internal sealed class CalculationPart() : ProposalPart<Calculation>("calculation", "Calculation",
[
    new(FinancedAmount, calculation => Field.Text(calculation.FinancedAmount), (calculation, text) => calculation.FinancedAmount = Field.Money(text)),
    new(Currency, calculation => calculation.Currency, (calculation, text) => calculation.Currency = text),
    new(
        TermInMonths,
        calculation => calculation.TermInMonths?.ToString(CultureInfo.InvariantCulture),
        (calculation, text) => calculation.TermInMonths = text is null ? null : int.Parse(text, CultureInfo.InvariantCulture)),
])
{
    public static Field FinancedAmount { get; } = new("financedAmount", "Financed amount", FieldKind.Money, IsRequired: true, "Net, for example 48000.00.");

    public static Field Currency { get; } = new("currency", "Currency", Hint: "Three letters: the currency of the office, such as GBP.");

    public static Field TermInMonths { get; } = new("termInMonths", "Term in months", FieldKind.WholeNumber, Hint: "12, 24, 36, 48 or 60, depending on the office.");

    /// <summary>What is to be paid each month, as SieSmart has calculated it; empty until it has.</summary>
    public static string Instalment(Proposal proposal) =>
        proposal.Calculation?.Instalment is { } instalment ? $"{instalment.ToString("N2", CultureInfo.InvariantCulture)} {proposal.Calculation.Currency}".Trim() : string.Empty;

    protected override Calculation? In(Proposal proposal) => proposal.Calculation;

    protected override Task<Versioned<Proposal>> PutAsync(ProposalItemRequestBuilder request, Calculation part, ETag etag, CancellationToken cancellationToken) =>
        request.Calculation.PutAsync(part, etag, cancellationToken: cancellationToken);
}
