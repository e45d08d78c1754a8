namespace PlannerGuard.StandIn;

/// <summary>What became of a change.</summary>
internal enum ChangeOutcome
{
    /// <summary>It was made, beside those of others if there were any.</summary>
    Changed,

    /// <summary>It meets another one.</summary>
    Conflict,

    /// <summary>It is based on a version that there never was.</summary>
    UnknownVersion,
}
