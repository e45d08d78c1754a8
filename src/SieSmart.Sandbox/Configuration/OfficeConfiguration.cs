namespace SieSmart.Sandbox.Configuration;

/// <summary>All that an office may choose from.</summary>
internal sealed record OfficeConfiguration(
    Office Office,
    string Currency,
    IReadOnlyList<SalesContact> SalesContacts,
    IReadOnlyList<AssetCode> AssetCodes,
    CalculationConfiguration Calculation,
    IReadOnlyList<RateCard> RateCards)
{
    /// <summary>Whether the office is in Spain, the one country whose customers have a bank account.</summary>
    public bool HasBankAccounts => Office.PostalAddress.CountryCode == "ES";
}
