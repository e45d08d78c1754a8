namespace Interop.Tests.Callers;

/// <summary>What a new proposal is made of, in neither client's types.</summary>
internal sealed record Draft(int OfficeId, string? Label = null, Item? Item = null);
