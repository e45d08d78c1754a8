namespace SharedBudgets.Simulation.Scenarios;

/// <summary>Machines behind one address.</summary>
/// <param name="Machines">How many.</param>
/// <param name="Way">How they go about the limit.</param>
/// <param name="Load">What they have to do.</param>
/// <param name="Mishap">What goes wrong.</param>
internal sealed record Scenario(int Machines, Way Way, Load Load, Mishap Mishap = Mishap.None)
{
    public const int Permits = 100;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>From when on it is measured: engines start with all permits free one window later.</summary>
    public static readonly TimeSpan MeasuredFrom = TimeSpan.FromMinutes(3);

    public static readonly TimeSpan MeasuredUntil = TimeSpan.FromMinutes(23);

    /// <summary>When an engine, or the way to it, is away.</summary>
    public static readonly TimeSpan AwayFrom = TimeSpan.FromMinutes(8);

    public static readonly TimeSpan AwayUntil = TimeSpan.FromMinutes(13);

    public static readonly TimeSpan BetweenCrashes = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Downtime = TimeSpan.FromSeconds(20);

    /// <summary>How many calls people make in a minute on all machines together, where they come now and then.</summary>
    public const int PeopleInAMinute = 60;

    /// <summary>How many calls a job makes at a time.</summary>
    public const int JobCallers = 8;

    /// <summary>How many people always have more to send, where all do, on each machine.</summary>
    public const int BusyPeople = 4;
}
