using Microsoft.AspNetCore.Http;

namespace SieSmart.Sandbox.Tracing;

/// <summary>The trace id of a request, and what became of it.</summary>
internal sealed class RequestTrace
{
    public const string HeaderName = "X-B2B-TRACE-ID";

    public string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>Set where the connection was dropped on purpose, so that no answer left.</summary>
    public bool IsDropped { get; set; }

    public static RequestTrace Of(HttpContext context)
        => context.Features.Get<RequestTrace>()
            ?? throw new InvalidOperationException("The request did not pass the trace middleware.");
}
