namespace SieSmart.Sandbox.Configuration;

internal sealed record CalculationConfiguration(
    IReadOnlyList<CalculationChoice> MarketProducts,
    IReadOnlyList<CalculationChoice> Pricelists,
    IReadOnlyList<CalculationChoice> PaymentMethods,
    IReadOnlyList<int> Terms);
