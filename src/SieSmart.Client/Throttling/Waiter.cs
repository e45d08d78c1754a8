namespace SieSmart.Client.Throttling;

/// <summary>A caller who waits for a permit in a lane.</summary>
internal sealed class Waiter(RequestPriority priority)
{
    private readonly TaskCompletionSource<RequestPermit> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RequestPriority Priority => priority;

    /// <summary>The permit, or why there is none.</summary>
    public Task<RequestPermit> Outcome => _outcome.Task;

    public void Serve(RequestPermit permit) => _outcome.TrySetResult(permit);

    public void Refuse(Exception reason) => _outcome.TrySetException(reason);

    public void Cancel(CancellationToken cancellationToken) => _outcome.TrySetCanceled(cancellationToken);
}
