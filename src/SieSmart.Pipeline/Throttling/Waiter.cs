namespace SieSmart.Pipeline.Throttling;

/// <summary>A caller who waits for a permit in a lane. Told under its queue's lock, but goes on elsewhere.</summary>
/// <remarks>
/// Callers go on in the order in which they are told, also when many are at once: each from the global queue of the thread pool, which
/// keeps the order. Continuations of a task that a thread of the pool completes go to the queue of that thread, which is served last in, first out.
/// </remarks>
internal sealed class Waiter(RequestPriority priority)
{
    private readonly TaskCompletionSource<RequestPermit> _outcome = new();
    private bool _isAwaited;

    public RequestPriority Priority => priority;

    /// <summary>The permit, if there was one at once.</summary>
    public RequestPermit? Permit { get; private set; }

    /// <summary>The permit, or why there is none.</summary>
    /// <remarks>To be asked for under the lock, before anybody can be told.</remarks>
    public Task<RequestPermit> Await()
    {
        _isAwaited = true;
        return _outcome.Task;
    }

    public void Serve(RequestPermit permit)
    {
        Permit = permit;
        if (_isAwaited)
        {
            Queue(() => _outcome.TrySetResult(permit));
        }
    }

    public void Refuse(Exception reason) => Queue(() => _outcome.TrySetException(reason));

    public void Cancel(CancellationToken cancellationToken) => Queue(() => _outcome.TrySetCanceled(cancellationToken));

    private static void Queue(Action tell) => BackgroundWork.Queue(tell);
}
