namespace SieSmart.Pipeline.Throttling;

/// <summary>Measures by timestamps, which go on evenly when the time of day is set.</summary>
internal sealed class BudgetClock(TimeProvider timeProvider)
{
    private readonly long _origin = timeProvider.GetTimestamp();

    public TimeProvider TimeProvider => timeProvider;

    /// <summary>The time since the clock was made.</summary>
    public TimeSpan Now => timeProvider.GetElapsedTime(_origin);
}
