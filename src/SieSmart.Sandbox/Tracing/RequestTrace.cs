using Microsoft.AspNetCore.Http;

namespace SieSmart.Sandbox.Tracing;

/// <summary>The trace id of a request, and how it ended.</summary>
internal sealed class RequestTrace(Action<RequestTrace> ended)
{
    public const string HeaderName = "X-B2B-TRACE-ID";

    private bool _hasEnded;

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>Whether the connection was dropped on purpose, so that no answer left.</summary>
    public bool IsDropped { get; private set; }

    /// <summary>Whether the request was carried out, where its answer does not tell; null where it does.</summary>
    public bool? WasCarriedOut { get; set; }

    public static RequestTrace Of(HttpContext context)
        => context.Features.Get<RequestTrace>()
            ?? throw new InvalidOperationException("The request did not pass the trace middleware.");

    /// <summary>Breaks the connection. The request ends before that: its caller may ask for it right after.</summary>
    public void Drop(HttpContext context)
    {
        IsDropped = true;
        End();
        context.Abort();
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
