namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// Asks for one permit at a time, in the background, while somebody wants it. Thread-safe; it calls strangers' code only outside of
/// its own lock and its budget's.
/// </summary>
internal sealed class PermitInquiry(ISharedBudget shared, RequestPriority priority, TimeSpan callTimeout, BudgetClock clock, Action wake) : IDisposable
{
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _asking;
    private ISharedPermit? _permit;
    private TimeSpan _notBefore;
    private TimeSpan _backOff = FirstBackOff;
    private Exception? _failure;

    /// <summary>Why the last question failed; null if it didn't.</summary>
    public Exception? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure;
            }
        }
    }

    /// <summary>Takes the permit that was granted, or else asks for one unless that is under way or must wait.</summary>
    public bool TryTake(TimeSpan now, out ISharedPermit? permit)
    {
        lock (_gate)
        {
            permit = null;
            if (_asking is not null || now < _notBefore)
            {
                return false;
            }

            if (_permit is not null)
            {
                (permit, _permit) = (_permit, null);
                return true;
            }

            var asking = _asking = new CancellationTokenSource();
            BackgroundWork.Start(() => AskAsync(asking));
            return false;
        }
    }

    /// <summary>When <see cref="TryTake"/> may succeed or ask again; null while an answer is awaited.</summary>
    public TimeSpan? NextChance()
    {
        lock (_gate)
        {
            return _asking is null ? _notBefore : null;
        }
    }

    /// <summary>Nobody wants a permit any more.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            if (_asking is { } asking)
            {
                _asking = null;
                BackgroundWork.Start(asking.Cancel);
            }

            if (_permit is { } permit)
            {
                _permit = null;
                _notBefore = TimeSpan.Zero;
                BackgroundWork.Start(() => CompleteAsync(permit, wasUsed: false));
            }
        }
    }

    /// <summary>Somebody gave a permit back unused, so there may be one sooner than was said.</summary>
    public void AskWithoutSleep()
    {
        lock (_gate)
        {
            if (_permit is null && _failure is null)
            {
                _notBefore = TimeSpan.Zero;
            }
        }

        wake();
    }

    /// <summary>Gives a permit back that was taken here.</summary>
    public Task CompleteAsync(ISharedPermit permit, bool wasUsed) => BoundAsync(token => permit.CompleteAsync(wasUsed, token));

    public void SharePause(TimeSpan duration) =>
        BackgroundWork.Start(() => BoundAsync(token => shared.PauseAsync(duration, token)));

    public void Dispose() => Abandon();

    private async Task AskAsync(CancellationTokenSource asking)
    {
        Task<SharedReservation>? question = null;
        try
        {
            question = shared.ReserveAsync(priority, asking.Token).AsTask();
            var answer = await question.WaitAsync(callTimeout, clock.TimeProvider, asking.Token).ConfigureAwait(false);
            Settle(asking, answer, failure: null);
        }
        catch (Exception exception)
        {
            Settle(asking, answer: null, exception);
            await WithdrawAsync(asking, question).ConfigureAwait(false);
        }
    }

    private void Settle(CancellationTokenSource asking, SharedReservation? answer, Exception? failure)
    {
        lock (_gate)
        {
            if (_asking != asking)
            {
                if (answer?.Permit is { } unwanted)
                {
                    BackgroundWork.Start(() => CompleteAsync(unwanted, wasUsed: false));
                }

                return;
            }

            _asking = null;
            _permit = answer?.Permit;
            _failure = failure;
            _notBefore = clock.Now + SleepAfter(answer);
            _backOff = answer is not null ? FirstBackOff : Shorter(_backOff + _backOff, LongestBackOff);
        }

        wake();
    }

    private TimeSpan SleepAfter(SharedReservation? answer)
    {
        if (answer is null)
        {
            return _backOff;
        }

        if (answer.Permit is not null)
        {
            return answer.Wait;
        }

        return answer.Wait < ShortestSleep ? ShortestSleep : Shorter(answer.Wait, RequestBudget.LongestPause);
    }

    /// <summary>Ends a question that nobody waits for any more, and gives back what it still brings.</summary>
    private async Task WithdrawAsync(CancellationTokenSource asking, Task<SharedReservation>? question)
    {
        try
        {
            asking.Cancel();
            if (question is not null && (await question.ConfigureAwait(false)).Permit is { } permit)
            {
                await CompleteAsync(permit, wasUsed: false).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // It was known to have failed before.
        }
    }

    /// <summary>Makes a report that nobody waits for; what it can't say in time the shared budget must do without.</summary>
    private async Task BoundAsync(Func<CancellationToken, ValueTask> report)
    {
        using var reporting = new CancellationTokenSource();
        try
        {
            await report(reporting.Token).AsTask().WaitAsync(callTimeout, clock.TimeProvider, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            reporting.Cancel();
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
