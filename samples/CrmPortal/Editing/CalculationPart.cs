using System.Globalization;
using CrmPortal.Offices;
using SieSmart.Client;
using SieSmart.Models;

// As for the customer: the calculation is documented, the names of its fields are inferred, and this use of them is on purpose.
#pragma warning disable SIE9001

namespace CrmPortal.Editing;

/// <summary>How it is financed.</summary>
internal sealed class CalculationPart() : ProposalPart<Calculation>("calculation", "Calculation",
[
    new(FinancedAmount, calculation => Amount.Text(calculation.FinancedAmount), (calculation, text) => calculation.FinancedAmount = text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture)),
    new(Currency, calculation => calculation.Currency, (calculation, text) => calculation.Currency = text),
    new(TermInMonths, calculation => Text(calculation.TermInMonths), (calculation, text) => calculation.TermInMonths = Number(text)),
    new(Product, calculation => Text(calculation.MarketProductId), (calculation, text) => calculation.MarketProductId = Number(text)),
    new(Pricelist, calculation => Text(calculation.PricelistId), (calculation, text) => calculation.PricelistId = Number(text)),
    new(PaymentMethod, calculation => Text(calculation.PaymentMethodId), (calculation, text) => calculation.PaymentMethodId = Number(text)),
])
{
    public static Field FinancedAmount { get; } = new("financedAmount", "Financed amount", FieldKind.Money, IsRequired: true, "Net.");

    public static Field Currency { get; } = new("currency", "Currency", List: OfficeList.Currencies);

    public static Field TermInMonths { get; } = new("termInMonths", "Term in months", FieldKind.WholeNumber, List: OfficeList.Terms);

    public static Field Product { get; } = new("marketProductId", "Product", FieldKind.WholeNumber, List: OfficeList.Products);

    public static Field Pricelist { get; } = new("pricelistId", "Price list", FieldKind.WholeNumber, List: OfficeList.Pricelists);

    public static Field PaymentMethod { get; } = new("paymentMethodId", "Payment", FieldKind.WholeNumber, List: OfficeList.PaymentMethods);

    /// <summary>What is to be paid each month, as SieSmart has calculated it; empty until it has.</summary>
    public static string Instalment(Proposal proposal) =>
        proposal.Calculation?.Instalment is { } instalment ? $"{Amount.Write(instalment, CultureInfo.CurrentCulture)} {proposal.Calculation.Currency}".Trim() : string.Empty;

    protected override Calculation? In(Proposal proposal) => proposal.Calculation;

    protected override Task SetAsync(ProposalSession session, Calculation part, CancellationToken cancellationToken) =>
        session.SetCalculationAsync(part, cancellationToken);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
