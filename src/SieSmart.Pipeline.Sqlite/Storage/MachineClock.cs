namespace SieSmart.Pipeline.Sqlite.Storage;

/// <summary>The machine's own clock since its start, in microseconds, which all processes on it read alike. Thread-safe.</summary>
/// <param name="timeProvider">The system's; only its timestamps are used.</param>
internal sealed class MachineClock(TimeProvider timeProvider)
{
    private const long MicrosecondsPerSecond = 1_000_000;

    /// <summary>By how much the clocks that two processors show may differ.</summary>
    private const long Tolerance = MicrosecondsPerSecond;

    /// <summary>The time, and whether the clock has begun anew since another one, with the machine.</summary>
    /// <param name="last">The other time.</param>
    public (long Now, bool IsAnother) Read(long last)
    {
        var now = (long)(timeProvider.GetTimestamp() * ((double)MicrosecondsPerSecond / timeProvider.TimestampFrequency));
        return (now, now + Tolerance < last);
    }
}
