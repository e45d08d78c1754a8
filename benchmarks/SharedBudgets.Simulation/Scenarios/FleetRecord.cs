using SharedBudgets.Simulation.Machines;
using SharedBudgets.Simulation.Servers;

namespace SharedBudgets.Simulation.Scenarios;

/// <summary>All that happened in a scenario.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Arrivals">What the API saw, in the order of time.</param>
/// <param name="Calls">The calls that are over, in the order in which they ended.</param>
/// <param name="EngineCalls">When the engine was asked or told something, in ticks.</param>
internal sealed record FleetRecord(Scenario Scenario, IReadOnlyList<Arrival> Arrivals, IReadOnlyList<CallRecord> Calls, IReadOnlyList<long> EngineCalls);
