using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SieSmart.Sandbox.Faults;

namespace SieSmart.Sandbox.Tracing;

/// <summary>The trace id of a request, and how it ended.</summary>
internal sealed class RequestTrace(Action<RequestTrace> ended)
{
    public const string HeaderName = "X-B2B-TRACE-ID";

    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(5);

    private bool _hasEnded;

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>Whether the connection was dropped on purpose, so that no answer left.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Whether the request was carried out, where its answer does not tell; null where it does.</summary>
    public bool? WasCarriedOut { get; set; }

    /// <summary>What went wrong with the request on purpose.</summary>
    public Fault? Fault { get; set; }

    /// <summary>Why the request was refused, as its caller is told.</summary>
    public string? Reason { get; set; }

    public static RequestTrace Of(HttpContext context)
        => context.Features.Get<RequestTrace>()
            ?? throw new InvalidOperationException("The request did not pass the trace middleware.");

    /// <summary>Resets the connection. The request ends before that: its caller may ask for it right after.</summary>
    public void Drop(HttpContext context)
    {
        IsDropped = true;
        End();
        context.Abort();
    }

    /// <summary>The same, but the connection is closed in order.</summary>
    public async Task CloseAsync(HttpContext context)
    {
        IsDropped = true;
        End();
        context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket.Shutdown(SocketShutdown.Send);

        // The caller has to see the end of the stream before the rest of the connection goes. That takes real time.
        await Task.Delay(LongestClose, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The first time counts.</summary>
    public void End()
    {
        if (!_hasEnded)
        {
            _hasEnded = true;
            ended(this);
        }
    }
}
