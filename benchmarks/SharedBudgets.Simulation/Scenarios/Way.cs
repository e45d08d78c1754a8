namespace SharedBudgets.Simulation.Scenarios;

/// <summary>How machines behind one address go about its limit.</summary>
internal enum Way
{
    Sqlite,
    Redis,
    PostgreSql,

    /// <summary>Redis, and nothing is sent while it is away.</summary>
    RedisFailClosed,

    /// <summary>Each process keeps to the whole limit.</summary>
    Whole,

    /// <summary>Each process keeps to its part of the limit, always.</summary>
    Divided,

    /// <summary>Nobody counts.</summary>
    Retry,
}
