namespace SieSmart.Runtime;

/// <summary>The deadlines of calls that all have the same time. Nearly none of them passes, so their timers are used again. Thread-safe.</summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="time">How long each is.</param>
internal sealed class Deadlines(TimeProvider timeProvider, TimeSpan time)
{
#if NET8_0_OR_GREATER
    // As many as calls are made at a time as a rule; more of them are made anew.
    private const int MostSpare = 32;

    private readonly Deadline?[] _spare = new Deadline?[MostSpare];

    /// <summary>Begins a deadline, which ends with a token of another's before its time, too.</summary>
    public Deadline Begin(CancellationToken outer)
    {
        for (var index = 0; index < MostSpare; index++)
        {
            if (Volatile.Read(ref _spare[index]) is { } spare && Interlocked.CompareExchange(ref _spare[index], null, spare) == spare)
            {
                spare.Restart(time, outer);
                return spare;
            }
        }

        return new Deadline(timeProvider.CreateCancellationTokenSource(time), outer) { Owner = this };
    }

    /// <summary>Takes back one that is over, if it can be used again. Only the system's timers tell whether they have fired.</summary>
    public bool TryTakeBack(Deadline deadline)
    {
        if (timeProvider == TimeProvider.System && deadline.TryReset())
        {
            for (var index = 0; index < MostSpare; index++)
            {
                if (_spare[index] is null && Interlocked.CompareExchange(ref _spare[index], deadline, null) is null)
                {
                    return true;
                }
            }
        }

        return false;
    }
#else
    /// <summary>Begins a deadline, which ends with a token of another's before its time, too.</summary>
    public Deadline Begin(CancellationToken outer) => new(timeProvider.CreateCancellationTokenSource(time), outer);
#endif
}
