namespace SieSmart.Pipeline.Throttling;

/// <summary>What an <see cref="ISharedBudget"/> knows of all processes at the moment of an answer.</summary>
/// <param name="Taken">How many permits are out, reserved or not yet free again, in all processes.</param>
/// <param name="Permits">How many there are now, fewer than usual after a refusal.</param>
/// <param name="Processes">How many processes have asked lately, the one that is answered included; at least 1.</param>
public sealed record SharedUse(int Taken, int Permits, int Processes);
