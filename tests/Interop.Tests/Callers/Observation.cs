using System.Text.Json.Nodes;

namespace Interop.Tests.Callers;

/// <summary>What a client made of an answer, in neither client's types.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The model or the error that the client read, as <see cref="Picture"/> draws it; null if it read none.</param>
/// <param name="ETag">The ETag; null if there was none.</param>
/// <param name="TraceId">The trace id; null if there was none.</param>
/// <param name="RetryAfter">How many seconds to wait; null if the answer doesn't say.</param>
internal sealed record Observation(int Status, string? Body, string? ETag, string? TraceId, string? RetryAfter = null)
{
    /// <summary>What must be the same through both clients: all but the trace id, which each request has its own of.</summary>
    public string Shared => $"{Status} ETag {ETag ?? "-"} Retry-After {RetryAfter ?? "-"}\n{Body}";

    /// <summary>A value of the body's first level.</summary>
    public T Value<T>(string name) => JsonNode.Parse(Body!)![name]!.GetValue<T>();
}
