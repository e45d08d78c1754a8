using System.Collections.Concurrent;
using FleetDemo.Reports;

namespace FleetDemo.Working;

/// <summary>What became of the calls of a process. Thread-safe.</summary>
internal sealed class Counts(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<int, long> _open = new();
    private int _calls;
    private int _served;
    private int _refused;
    private int _failed;
    private int _sending;
    private long _longest;

    /// <summary>Makes a call, and notes what becomes of it.</summary>
    public async Task<bool> CallAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _calls);
        _open[number] = timeProvider.GetTimestamp();
        try
        {
            await call(cancellationToken);
            Interlocked.Increment(ref _served);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _failed);
            return false;
        }
        finally
        {
            if (_open.TryRemove(number, out var began))
            {
                Lengthen(timeProvider.GetElapsedTime(began));
            }
        }
    }

    public void BeginAttempt() => Interlocked.Increment(ref _sending);

    public void EndAttempt() => Interlocked.Decrement(ref _sending);

    public void NoteRefusal() => Interlocked.Increment(ref _refused);

    public Reading Read()
    {
        foreach (var began in _open.Values)
        {
            Lengthen(timeProvider.GetElapsedTime(began));
        }

        var sending = Volatile.Read(ref _sending);
        return new Reading(
            Volatile.Read(ref _served),
            Volatile.Read(ref _refused),
            Volatile.Read(ref _failed),
            Math.Max(_open.Count - sending, 0),
            sending,
            TimeSpan.FromTicks(Interlocked.Read(ref _longest)));
    }

    private void Lengthen(TimeSpan time)
    {
        for (var longest = Interlocked.Read(ref _longest); time.Ticks > longest; longest = Interlocked.Read(ref _longest))
        {
            Interlocked.CompareExchange(ref _longest, time.Ticks, longest);
        }
    }
}
