namespace SharedBudgets.Simulation.Machines;

/// <summary>What came of a call.</summary>
internal enum CallOutcome
{
    Served,

    /// <summary>Refused more often than a call is repeated.</summary>
    Refused,

    /// <summary>There was no permit in time, and nothing was sent.</summary>
    NotSent,
}
