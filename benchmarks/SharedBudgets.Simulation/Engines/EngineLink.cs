namespace SharedBudgets.Simulation.Engines;

/// <summary>The network between one machine and its engine.</summary>
internal sealed class EngineLink
{
    /// <summary>Whether everything that is sent over it is lost.</summary>
    public bool IsCut { get; set; }
}
