namespace SieSmart.Sandbox.Configuration;

internal sealed record CalculationChoice(int Id, string Name);
