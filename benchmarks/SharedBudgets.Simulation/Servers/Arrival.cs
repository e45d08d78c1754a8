namespace SharedBudgets.Simulation.Servers;

/// <summary>A request as the server sees it.</summary>
/// <param name="Time">When it came, in ticks.</param>
/// <param name="Machine">Whose it was.</param>
/// <param name="IsRefused">Whether it was answered with 429.</param>
internal sealed record Arrival(long Time, int Machine, bool IsRefused);
