namespace SharedBudgets.Simulation.Engines;

/// <summary>What keeps the count for all processes.</summary>
internal enum EngineKind
{
    Sqlite,
    Redis,
    PostgreSql,
}
