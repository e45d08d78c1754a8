namespace SharedBudgets.Simulation.Scenarios;

/// <summary>What the machines have to do.</summary>
internal enum Load
{
    /// <summary>All always have more to send.</summary>
    Saturated,

    /// <summary>People come to all of them now and then, and one has a job without end.</summary>
    Mixed,
}
