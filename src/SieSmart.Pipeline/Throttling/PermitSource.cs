using SieSmart.Pipeline.Endings;
using SieSmart.Pipeline.Events;

namespace SieSmart.Pipeline.Throttling;

/// <summary>Waits for permits on behalf of a client's requests. Thread-safe.</summary>
/// <param name="budget">Where the permits come from.</param>
/// <param name="priority">The lane of requests that don't say.</param>
/// <param name="queueTimeout">How long a request may wait.</param>
/// <param name="observer">Told of each wait.</param>
/// <param name="timeProvider">Measures them.</param>
internal sealed class PermitSource(
    BudgetUse budget,
    RequestPriority priority,
    TimeSpan queueTimeout,
    IPipelineObserver observer,
    TimeProvider timeProvider)
{
    private const int TooManyRequests = 429;

    /// <summary>A shorter one is over before anybody wonders.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(2);

    public ValueTask<RequestPermit> AcquireAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var own = RequestPriorityOption.Of(request)?.Priority ?? priority;
        if (budget.TryAcquire(own, cancellationToken) is not { } permit)
        {
            return WaitAsync(own, cancellationToken);
        }

        if (observer.TellsOfPermits)
        {
            observer.Notify(new PermitGranted(own.ToString(), TimeSpan.Zero));
        }

        return new(permit);
    }

    private async ValueTask<RequestPermit> WaitAsync(RequestPriority own, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        try
        {
            var permit = await budget.AcquireAsync(own, queueTimeout, (expected, ahead) => Announce(own, expected, ahead), cancellationToken).ConfigureAwait(false);
            observer.Notify(new PermitGranted(own.ToString(), timeProvider.GetElapsedTime(started)));
            return permit;
        }
        catch (OperationCanceledException exception)
        {
            throw EndedWait.Of(EndedWait.ForTurn, exception, cancellationToken);
        }
    }

    /// <summary>Pauses the budget where the API refused a request for its rate limit.</summary>
    /// <param name="permit">What the request was paid with.</param>
    /// <param name="response">What the API answered.</param>
    /// <param name="retryAfter">For how long it wants to be left alone; null if it does not say.</param>
    public void Heed(RequestPermit permit, HttpResponseMessage response, TimeSpan? retryAfter)
    {
        if ((int)response.StatusCode == TooManyRequests)
        {
            observer.Notify(new RequestRateLimited(retryAfter));
            permit.ReturnRefused(retryAfter);
        }
    }

    private void Announce(RequestPriority lane, TimeSpan expected, int ahead)
    {
        if (expected >= LongWait)
        {
            observer.Notify(new PermitAwaited(lane.ToString(), expected, ahead));
        }
    }
}
