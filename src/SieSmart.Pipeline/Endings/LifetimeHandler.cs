using System.Net;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Endings;

/// <summary>Says of calls that ended because their client did that it was so, which .NET tells as a cancellation that nobody asked for.</summary>
internal sealed class LifetimeHandler(ClientLifetime lifetime) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sending = base.SendAsync(request, cancellationToken);
        return sending.Status == TaskStatus.RanToCompletion ? sending : FinishAsync(sending, request);
    }

    private async Task<HttpResponseMessage> FinishAsync(Task<HttpResponseMessage> sending, HttpRequestMessage request)
    {
        try
        {
            return await sending.ConfigureAwait(false);
        }
        catch (Exception exception) when (lifetime.HasEnded && exception is OperationCanceledException or ObjectDisposedException or IOException or HttpRequestException)
        {
            if (OperationContext.Of(request) is { IsInDoubt: true } or { StatusCode: >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous })
            {
                // The adapter makes an unknown outcome of it, or an answer that can't be read.
                throw new IOException("the client was disposed of", exception);
            }

            throw new ObjectDisposedException(
                $"The client was disposed of while a call waited for {EndedWait.WaitedFor(exception) ?? "its answer"}; nothing was changed. Keep the client until its calls have ended.",
                exception);
        }
    }
}
