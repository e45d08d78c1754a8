namespace EndToEnd.Tests.Fixtures;

/// <summary>
/// The system's clock, but never on a whole second: an ETag of one may be a time to the second, and is read again before a write
/// names it, so that one run in a thousand would have other requests.
/// </summary>
internal sealed class ClockBetweenSeconds : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.Millisecond == 0 ? now.AddMilliseconds(1) : now;
    }
}
