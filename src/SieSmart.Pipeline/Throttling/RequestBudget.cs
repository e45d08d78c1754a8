using System.Threading.RateLimiting;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// Hands out permits so that a server which counts requests over a sliding window never counts more than it allows.
/// </summary>
/// <remarks>
/// <para>
/// <b>Permits.</b> By default a strict sliding log: a permit comes free one window after the response to its request arrived,
/// not after the request was sent, since the server may count a request at any time in between. A
/// <see cref="RateLimiter"/> or an <see cref="ISharedBudget"/> can say instead when there is a permit.
/// </para>
/// <para>
/// <b>Lanes.</b> Callers of a lane are served in the order of their arrival, and <see cref="RequestPriority.Interactive"/> goes
/// before <see cref="RequestPriority.Bulk"/>. Of ten permits that are handed out while bulk callers wait, at least one is theirs.
/// Except for those, bulk callers leave the last tenth of the permits (rounded down) free, for interactive callers yet
/// to come. A <see cref="RateLimiter"/> knows no lanes, so no tenth of its permits is kept.
/// </para>
/// <para>
/// <b>Refusals.</b> A request that the server refused all the same (<see cref="RequestPermit.ReturnRefused"/>) shows that somebody
/// else spends the server's limit too. Then nobody gets a permit until the pause is over; after it one request goes alone, and the
/// others follow when it isn't refused. From then on the sliding log has three quarters of its permits, but never less than
/// a tenth, spread evenly over the window, and a twentieth more after each window, until it has all of them again.
/// </para>
/// <para>Thread-safe; one budget serves all clients that share a server's limit.</para>
/// </remarks>
public sealed class RequestBudget : IDisposable
{
    /// <summary>The longest pause that a budget makes, whatever it is asked for: one hour.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>How long a question or a report to an <see cref="ISharedBudget"/> may take: 10 seconds.</summary>
    public static readonly TimeSpan SharedCallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How many may wait for the end of a pause where there is no limit that says how long the queue can get.</summary>
    private const int LongestUnlimitedQueue = 10_000;

    private readonly PermitQueue _queue;

    /// <summary>Creates a budget of its own with all of its permits free.</summary>
    /// <param name="permits">How many requests the server allows in a window, at least 1.</param>
    /// <param name="window">The length of the window, more than zero.</param>
    /// <param name="queueLimit">
    /// How many callers may wait for a permit at a time; 0 lets none wait. A tenth of the places is kept for each lane,
    /// rounded up for interactive callers and down for bulk ones.
    /// </param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RequestBudget(int permits, TimeSpan window, int queueLimit, TimeProvider? timeProvider = null)
        : this(
            PermitEngines.ZeroOrMore(queueLimit),
            timeProvider,
            PermitEngines.Log(permits, window))
    {
    }

    /// <summary>Creates a budget that takes its permits from a rate limiter.</summary>
    /// <param name="limiter">
    /// The limiter. It is asked for one permit at a time, for whoever's turn it is when the permit comes, and each lease is
    /// disposed of when the response has arrived. Give it a queue of 1 or more; one that refuses instead is asked again
    /// after the RetryAfter of its lease, or else after 250 ms.
    /// </param>
    /// <param name="queueLimit">How many callers may wait for a permit at a time, at least 1; see the other constructor for the lanes' parts.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="disposesLimiter">Whether the limiter is disposed of along with the budget; false by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="limiter"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="queueLimit"/> is less than 1.</exception>
    public RequestBudget(RateLimiter limiter, int queueLimit, TimeProvider? timeProvider = null, bool disposesLimiter = false)
        : this(
            PermitEngines.AtLeastOne(queueLimit),
            timeProvider,
            PermitEngines.Limiter(limiter, disposesLimiter))
    {
    }

    /// <summary>Creates a budget that shares its permits and pauses with other processes.</summary>
    /// <param name="shared">What the processes share; it stays its creator's to dispose of.</param>
    /// <param name="queueLimit">How many callers of this process may wait for a permit at a time, at least 1; see the first constructor for the lanes' parts.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shared"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="queueLimit"/> is less than 1.</exception>
    public RequestBudget(ISharedBudget shared, int queueLimit, TimeProvider? timeProvider = null)
        : this(
            PermitEngines.AtLeastOne(queueLimit),
            timeProvider,
            PermitEngines.Shared(shared))
    {
    }

    private RequestBudget(int queueLimit, TimeProvider? timeProvider, Func<BudgetClock, Action, IPermitEngine> createEngine) =>
        _queue = new PermitQueue(queueLimit, timeProvider ?? TimeProvider.System, createEngine);

    /// <summary>A budget without a limit, which pauses when the server refuses a request.</summary>
    internal static RequestBudget CreateUnlimited(TimeProvider timeProvider) =>
        new(LongestUnlimitedQueue, timeProvider, (_, _) => new UnlimitedEngine());

    /// <summary>How many callers wait for a permit now, in both lanes.</summary>
    public int Waiting => _queue.Waiting;

    /// <summary>Waits for a permit for as long as it takes.</summary>
    /// <param name="priority">The lane to wait in.</param>
    /// <param name="cancellationToken">Ends the wait and gives up the place in the queue.</param>
    /// <returns>The permit, to be disposed of when the response has arrived.</returns>
    /// <exception cref="RateLimitExceededException">As many callers wait already as the queue holds.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The budget was disposed of.</exception>
    public ValueTask<RequestPermit> AcquireAsync(RequestPriority priority, CancellationToken cancellationToken = default) =>
        AcquireAsync(priority, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for a permit.</summary>
    /// <param name="priority">The lane to wait in.</param>
    /// <param name="timeout">
    /// How long to wait at most, zero or more, or <see cref="Timeout.InfiniteTimeSpan"/>. A caller whose wait is known to take
    /// longer, if all who wait already stay, is told so at once.
    /// </param>
    /// <param name="cancellationToken">Ends the wait and gives up the place in the queue.</param>
    /// <returns>The permit, to be disposed of when the response has arrived.</returns>
    /// <exception cref="RateLimitExceededException">
    /// There is no permit within <paramref name="timeout"/>, or as many callers wait already as the queue holds.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The budget was disposed of.</exception>
    public ValueTask<RequestPermit> AcquireAsync(RequestPriority priority, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        AcquireAsync(priority, timeout, waits: null, CancellationToken.None, cancellationToken);

    /// <param name="priority">The lane to wait in.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="waits">Told, before a wait begins, how long it takes at the least and how many are ahead; null if nobody wants to know.</param>
    /// <param name="ending">Ends the wait because the client ends.</param>
    /// <param name="cancellationToken">Ends the wait and gives up the place in the queue.</param>
    internal ValueTask<RequestPermit> AcquireAsync(
        RequestPriority priority,
        TimeSpan timeout,
        Action<TimeSpan, int>? waits,
        CancellationToken ending,
        CancellationToken cancellationToken)
    {
        if (priority is not (RequestPriority.Interactive or RequestPriority.Bulk))
        {
            throw new ArgumentOutOfRangeException(nameof(priority), priority, "There is no such lane. Pass one of the named priorities.");
        }

        if ((timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan) || timeout.TotalMilliseconds > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The wait for a permit must be zero or more and less than 24 days, or infinite.");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return new ValueTask<RequestPermit>(Task.FromCanceled<RequestPermit>(cancellationToken));
        }

        return _queue.AcquireAsync(priority, timeout, waits, ending, cancellationToken);
    }

    /// <summary>A permit that is there at once; null if there is none for this caller now.</summary>
    internal RequestPermit? TryAcquire(RequestPriority priority) =>
        priority is RequestPriority.Interactive or RequestPriority.Bulk ? _queue.TryAcquire(priority) : null;

    /// <summary>Hands out no permit for a while. Says nothing of how many the server allows; <see cref="RequestPermit.ReturnRefused"/> does.</summary>
    /// <param name="duration">
    /// How long, at most <see cref="LongestPause"/>; less than zero is taken for zero. Null for a quarter of the window, or for 15 s if the budget has none. It never
    /// shortens a pause that lasts longer.
    /// </param>
    public void Pause(TimeSpan? duration = null) => _queue.Pause(duration);

    /// <summary>Ends all waits with an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _queue.Dispose();

    /// <summary>Changes the number of permits, where they are the budget's own, and the length of the queue.</summary>
    internal void Resize(int permits, int queueLimit) => _queue.Resize(permits, queueLimit);

    internal BudgetSnapshot Snapshot() => _queue.Snapshot();
}
