using System.Globalization;
using SieSmart.Models;

// The vendor's public pages do not name these fields: the description of the API infers them, and the compiler stops
// whoever uses one unawares. Here it is on purpose, and in this file alone. Before you send them to the real API,
// compare them with the description that you got along with your credentials.
#pragma warning disable SIE9001

namespace QuickStart.Story;

/// <summary>Made-up parts of a proposal, and how they read.</summary>
internal static class ExampleParts
{
    private const int Quantity = 12;
    private const decimal UnitPrice = 4_000m;
    private const int PreferredTermInMonths = 36;

    public static Customer Customer() => new()
    {
        CompanyName = "Example Logistics Ltd",
        RegistrationNumber = "00000000",
        Email = "office@logistics.example",
    };

    /// <summary>What a colleague changes.</summary>
    public static void ChangeEmail(Customer customer) => customer.Email = "accounts@logistics.example";

    public static Asset Asset(IacCode code) => new()
    {
        IacCode = code.IacCodeProp,
        Description = code.Name,
        Quantity = Quantity,
        UnitPrice = UnitPrice,
    };

    /// <summary>The office's first product, pricelist and payment method.</summary>
    public static Calculation Calculation(OfficeChoices choices)
    {
        var pricelistId = choices.Calculation.Pricelists?.FirstOrDefault()?.Id;
        var terms = choices.Calculation.Terms ?? [];
        return new Calculation
        {
            MarketProductId = choices.Calculation.MarketProducts?.FirstOrDefault()?.Id,
            PricelistId = pricelistId,
            PaymentMethodId = choices.Calculation.PaymentMethods?.FirstOrDefault()?.Id,
            TermInMonths = terms.Contains(PreferredTermInMonths) ? PreferredTermInMonths : terms.FirstOrDefault(),
            FinancedAmount = Quantity * UnitPrice,
            Currency = choices.RateCards.FirstOrDefault(card => card.PricelistId == pricelistId)?.Currency,
        };
    }

    public static string Describe(Customer? customer) => $"{customer?.CompanyName}, {customer?.Email}";

    public static string Describe(Asset asset) => $"{asset.Quantity} x {asset.Description} ({asset.IacCode})";

    public static string Describe(Calculation? calculation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{calculation?.FinancedAmount:N2} {calculation?.Currency} over {calculation?.TermInMonths} months, {calculation?.Instalment:N2} a month");
}
