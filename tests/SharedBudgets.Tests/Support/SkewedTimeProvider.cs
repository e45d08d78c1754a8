namespace SharedBudgets.Tests.Support;

/// <summary>The clock of a machine whose time of day was set wrong.</summary>
internal sealed class SkewedTimeProvider(TimeSpan skew) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => TimeProvider.System.GetUtcNow() + skew;
}
