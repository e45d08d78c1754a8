namespace Interop.Tests.Callers;

/// <summary>An asset, in neither client's types.</summary>
internal sealed record Item(string IacCode, int Quantity, decimal UnitPrice, string? Description = null);
