namespace SieSmart.Pipeline.HealthChecks;

/// <summary>What the last attempt of a client showed of the way to the API. Thread-safe.</summary>
internal sealed class ApiReachability(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private volatile ApiOutcome? _last;
    private long? _lastProbe;

    /// <summary>Null before the first attempt.</summary>
    public ApiOutcome? Last => _last;

    public void Answered(int status)
    {
        var now = timeProvider.GetTimestamp();
        if (_last is { } last && last.Status == status)
        {
            last.Repeat(now);
            return;
        }

        _last = new ApiOutcome(status, reason: null, now);
    }

    /// <param name="reason">Why no answer came: a type's name, since messages may quote addresses.</param>
    public void Failed(string reason) =>
        _last = new ApiOutcome(status: null, reason, timeProvider.GetTimestamp());

    public TimeSpan AgeOf(ApiOutcome outcome) => timeProvider.GetElapsedTime(outcome.At);

    /// <summary>Whether it is time to look: no attempt and no probe was made in the period. Says so to one caller only.</summary>
    public bool TryBeginProbe(TimeSpan period)
    {
        lock (_gate)
        {
            if ((_last is { } last && AgeOf(last) < period)
                || (_lastProbe is { } probe && timeProvider.GetElapsedTime(probe) < period))
            {
                return false;
            }

            _lastProbe = timeProvider.GetTimestamp();
            return true;
        }
    }
}
