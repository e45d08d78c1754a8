using SieSmart.Sandbox.Faults;

namespace SieSmart.Sandbox.Tracing;

/// <summary>A request that the sandbox has dealt with.</summary>
/// <param name="Time">When it arrived, by the sandbox's clock.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path below the base address, as in the API description, or <c>/oauth/token</c>.</param>
/// <param name="Status">The status that was answered; null if the connection was dropped instead.</param>
/// <param name="IfMatch">The If-Match header that came, if any.</param>
/// <param name="ETag">The ETag header that was answered, if any.</param>
/// <param name="TraceId">The trace id of the request, which its answer carries.</param>
/// <param name="WasCarriedOut">
/// Whether the sandbox did what it was asked for, be it that a fault kept its caller from learning so.
/// </param>
/// <param name="Fault">What went wrong with it on purpose, the last of it if there was more; null if nothing did.</param>
/// <param name="Duration">How long it took until the answer began to leave.</param>
/// <param name="Reason">Why it was refused, as the answer says; null if it was not.</param>
public sealed record RecordedRequest(
    DateTimeOffset Time,
    string Method,
    string Path,
    int? Status,
    string? IfMatch,
    string? ETag,
    string TraceId,
    bool WasCarriedOut,
    Fault? Fault = null,
    TimeSpan Duration = default,
    string? Reason = null)
{
    /// <summary>Whether the description knows its path, if only as the beginning of it.</summary>
    internal bool IsOfApi { get; init; } = true;
}
