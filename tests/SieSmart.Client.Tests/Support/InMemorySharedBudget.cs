using SieSmart.Pipeline.Throttling;

namespace SieSmart.Client.Tests.Support;

/// <summary>A shared budget as several processes have it, without the network in between.</summary>
internal sealed class InMemorySharedBudget(int permits, TimeSpan window, TimeProvider timeProvider) : ISharedBudget
{
    private readonly Lock _gate = new();
    private readonly List<DateTimeOffset> _comingFree = [];
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    public int Questions { get; private set; }

    public int InUse { get; private set; }

    /// <summary>How many permits came back, and whether they were used.</summary>
    public List<bool> Completed { get; } = [];

    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>Answers instead of the budget's own rule.</summary>
    public Func<CancellationToken, Task<SharedReservation>>? Answer { get; set; }

    /// <summary>How long a permit is reserved ahead.</summary>
    public TimeSpan StartIn { get; set; }

    public async ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task<SharedReservation>>? answer;
        lock (_gate)
        {
            Questions++;
            answer = Answer;
        }

        await Task.Yield();
        return answer is not null ? await answer(cancellationToken) : Reserve(priority);
    }

    public ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Pauses.Add(duration);
            _pausedUntil = timeProvider.GetUtcNow() + duration;
        }

        return ValueTask.CompletedTask;
    }

    public SharedReservation Reserve(RequestPriority priority)
    {
        lock (_gate)
        {
            var now = timeProvider.GetUtcNow();
            if (now < _pausedUntil)
            {
                return SharedReservation.NotYet(_pausedUntil - now);
            }

            _comingFree.RemoveAll(time => time <= now);
            var kept = priority == RequestPriority.Bulk ? permits / 10 : 0;
            if (InUse + _comingFree.Count + kept < permits)
            {
                InUse++;
                return SharedReservation.Granted(new Permit(this), StartIn);
            }

            return SharedReservation.NotYet(_comingFree.Count > 0 ? _comingFree.Min() - now : window);
        }
    }

    private void Complete(bool wasUsed)
    {
        lock (_gate)
        {
            InUse--;
            Completed.Add(wasUsed);
            if (wasUsed)
            {
                _comingFree.Add(timeProvider.GetUtcNow() + window);
            }
        }
    }

    private sealed class Permit(InMemorySharedBudget budget) : ISharedPermit
    {
        public ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken)
        {
            budget.Complete(wasUsed);
            return ValueTask.CompletedTask;
        }
    }
}
