using SharedBudgets.Simulation.Time;

namespace SharedBudgets.Simulation.Machines;

/// <summary>A process on a machine, from its start to its end.</summary>
/// <param name="Clock">The machine's clock as the process sees it; stops with it.</param>
/// <param name="Sender">How it makes its calls.</param>
internal sealed record MachineProcess(MachineClock Clock, ISender Sender)
{
    public bool IsAlive => !Clock.IsStopped;
}
