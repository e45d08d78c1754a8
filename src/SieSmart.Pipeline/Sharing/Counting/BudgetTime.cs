namespace SieSmart.Pipeline.Sharing.Counting;

/// <summary>Times as shared budgets keep them: in whole microseconds, which every store can hold.</summary>
internal static class BudgetTime
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    public static long Microseconds(TimeSpan time) => time.Ticks / TicksPerMicrosecond;

    public static TimeSpan Of(long microseconds) => TimeSpan.FromTicks(microseconds * TicksPerMicrosecond);
}
