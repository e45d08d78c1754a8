namespace EndToEnd.Tests.LostUpdates;

/// <summary>A clock that stands still: whatever happens, happens in the same second.</summary>
internal sealed class FrozenTimeProvider : TimeProvider
{
    private readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;
}
