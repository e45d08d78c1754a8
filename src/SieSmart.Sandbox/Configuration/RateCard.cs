namespace SieSmart.Sandbox.Configuration;

internal sealed record RateCard(
    string Name,
    int PricelistId,
    string Currency,
    int TermInMonths,
    decimal AnnualRatePercent);
