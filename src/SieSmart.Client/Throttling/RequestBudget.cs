using System.Globalization;
using SieSmart.Runtime;

namespace SieSmart.Client.Throttling;

/// <summary>
/// Hands out permits so that a server which counts requests over a sliding window never counts more than it allows.
/// </summary>
/// <remarks>
/// A strict sliding log: a permit comes free one window after the response to its request arrived, not after the request
/// was sent, since the server may count a request at any time in between. Waiters are served in the order of their
/// arrival. Thread-safe; one budget serves all clients that share a server's limit.
/// </remarks>
public sealed class RequestBudget : IDisposable
{
    /// <summary>The longest pause that <see cref="Pause"/> makes, whatever it is asked for.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource<RequestPermit>> _waiters = new();
    private readonly Queue<TimeSpan> _comingFree = new();
    private readonly TimeSpan _window;
    private readonly int _queueLimit;
    private readonly TimeProvider _timeProvider;
    private readonly long _origin;
    private readonly ITimer _timer;
    private int _permits;
    private int _inUse;
    private TimeSpan _pausedUntil;
    private bool _isDisposed;

    /// <summary>Creates a budget with all of its permits free.</summary>
    /// <param name="permits">How many requests the server allows in a window, at least 1.</param>
    /// <param name="window">The length of the window, more than zero.</param>
    /// <param name="queueLimit">How many callers may wait for a permit at a time; 0 lets none wait.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RequestBudget(int permits, TimeSpan window, int queueLimit, TimeProvider? timeProvider = null)
    {
        _permits = permits >= 1 ? permits : throw OutOfRange(nameof(permits), permits, "at least 1");
        _window = window > TimeSpan.Zero ? window : throw OutOfRange(nameof(window), window, "more than zero");
        _queueLimit = queueLimit >= 0 ? queueLimit : throw OutOfRange(nameof(queueLimit), queueLimit, "0 or more");
        _timeProvider = timeProvider ?? TimeProvider.System;
        _origin = _timeProvider.GetTimestamp();
        _timer = _timeProvider.CreateTimer(
            static state => ((RequestBudget)state!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many callers wait for a permit now.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiters.Count;
            }
        }
    }

    private TimeSpan Now => _timeProvider.GetElapsedTime(_origin);

    /// <summary>Waits for a permit.</summary>
    /// <param name="cancellationToken">Ends the wait and gives up the place in the queue.</param>
    /// <returns>The permit, to be disposed of when the response has arrived.</returns>
    /// <exception cref="RateLimitExceededException">As many callers wait already as the queue holds.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The budget was disposed of.</exception>
    public ValueTask<RequestPermit> AcquireAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new ValueTask<RequestPermit>(Task.FromCanceled<RequestPermit>(cancellationToken));
        }

        LinkedListNode<TaskCompletionSource<RequestPermit>> waiter;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            // A timer fires late on a busy machine: whoever waits for a permit that is free by now comes first.
            Dispatch();
            if (_waiters.Count == 0 && TryTake())
            {
                return new ValueTask<RequestPermit>(new RequestPermit(this));
            }

            if (_waiters.Count >= _queueLimit)
            {
                throw QueueIsFull();
            }

            waiter = _waiters.AddLast(new TaskCompletionSource<RequestPermit>(TaskCreationOptions.RunContinuationsAsynchronously));
            SetTimer();
        }

        return new ValueTask<RequestPermit>(WaitAsync(waiter, cancellationToken));
    }

    /// <summary>Hands out no permit for a while, because the server refused a request all the same.</summary>
    /// <param name="retryAfter">What the server asked for, at most <see cref="LongestPause"/>; a quarter of the window by default.</param>
    public void Pause(TimeSpan? retryAfter = null)
    {
        var duration = retryAfter ?? TimeSpan.FromTicks(_window.Ticks / 4);
        lock (_gate)
        {
            var until = Now + (duration < LongestPause ? duration : LongestPause);
            if (until > _pausedUntil)
            {
                _pausedUntil = until;
                Dispatch();
            }
        }
    }

    /// <summary>Ends all waits with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var waiter in _waiters)
            {
                waiter.TrySetException(new ObjectDisposedException(nameof(RequestBudget)));
            }

            _waiters.Clear();
        }

        _timer.Dispose();
    }

    /// <summary>Lowers the number of permits, where another user of the budget knows of a smaller one.</summary>
    internal void Restrict(int permits)
    {
        lock (_gate)
        {
            _permits = Math.Min(_permits, permits);
        }
    }

    internal void Return(bool wasUsed)
    {
        lock (_gate)
        {
            _inUse--;
            if (wasUsed)
            {
                _comingFree.Enqueue(Now + _window);
            }

            Dispatch();
        }
    }

    private async Task<RequestPermit> WaitAsync(
        LinkedListNode<TaskCompletionSource<RequestPermit>> waiter,
        CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => GiveUp(waiter, cancellationToken));
        return await waiter.Value.Task.ConfigureAwait(false);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<RequestPermit>> waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (waiter.List is null)
            {
                return;
            }

            _waiters.Remove(waiter);
            Dispatch();
        }

        waiter.Value.TrySetCanceled(cancellationToken);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            Dispatch();
        }
    }

    private void Dispatch()
    {
        while (_waiters.First is { } head && TryTake())
        {
            _waiters.RemoveFirst();
            head.Value.TrySetResult(new RequestPermit(this));
        }

        SetTimer();
    }

    private bool TryTake()
    {
        var now = Now;
        while (_comingFree.Count > 0 && _comingFree.Peek() <= now)
        {
            _comingFree.Dequeue();
        }

        if (now < _pausedUntil || _inUse + _comingFree.Count >= _permits)
        {
            return false;
        }

        _inUse++;
        return true;
    }

    private void SetTimer()
    {
        if (_isDisposed)
        {
            return;
        }

        var due = Timeout.InfiniteTimeSpan;
        if (_waiters.Count > 0 && NextChance() is { } chance)
        {
            // Whole milliseconds, rounded up, so that a timer which fires early by its resolution doesn't spin.
            var wait = Math.Ceiling((chance - Now).TotalMilliseconds);
            due = TimeSpan.FromMilliseconds(Math.Max(wait, 0));
        }

        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When a permit can be had without anyone returning one; null while all of them are in flight.</summary>
    private TimeSpan? NextChance()
    {
        if (_inUse + _comingFree.Count < _permits)
        {
            return _pausedUntil;
        }

        if (_comingFree.Count == 0)
        {
            return null;
        }

        return _comingFree.Peek() > _pausedUntil ? _comingFree.Peek() : _pausedUntil;
    }

    private RateLimitExceededException QueueIsFull()
    {
        var windows = (_queueLimit + _permits) / _permits;
        return new RateLimitExceededException(
            $"The request was not sent: {Text(_queueLimit)} requests wait already for the {Text(_permits)} that may be sent in {_window.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s. Send fewer at a time, or try again later.",
            retryAfter: TimeSpan.FromTicks(_window.Ticks * windows));
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string range) =>
        new(name, value, $"The {name} of a request budget must be {range}.");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
