namespace DirectJson.Tests.Payloads;

/// <summary>One change of a body.</summary>
/// <param name="Change">What is done.</param>
/// <param name="Place">Where.</param>
/// <param name="Choice">With what.</param>
internal sealed record Bend(PayloadChange Change, int Place, int Choice);
