namespace SharedBudgets.Simulation.Scenarios;

/// <summary>What goes wrong.</summary>
internal enum Mishap
{
    None,

    /// <summary>Each minute a program ends without a word, and is started again.</summary>
    Crashes,

    /// <summary>The engine is killed, and started again with nothing in it.</summary>
    EngineKilled,

    /// <summary>Half of the machines don't reach the engine.</summary>
    HalfCutOff,
}
