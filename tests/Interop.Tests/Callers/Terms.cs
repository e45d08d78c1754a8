namespace Interop.Tests.Callers;

/// <summary>A calculation, in neither client's types.</summary>
internal sealed record Terms(int TermInMonths, decimal FinancedAmount, string Currency);
