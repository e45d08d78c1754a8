namespace SharedBudgets.Simulation.Machines;

/// <summary>What a machine has to do.</summary>
/// <param name="BusyPeople">How many people make a call as soon as the one before is over.</param>
/// <param name="JobCallers">How many calls a job without end makes at a time.</param>
/// <param name="BetweenPeople">How long it takes on average until somebody makes a call who knows nothing of the others; null for never.</param>
internal sealed record MachineWork(int BusyPeople, int JobCallers, TimeSpan? BetweenPeople);
