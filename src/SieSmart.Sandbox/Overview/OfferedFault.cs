using System.Net;
using SieSmart.Sandbox.Faults;

namespace SieSmart.Sandbox.Overview;

/// <summary>A fault that can be chosen on the page.</summary>
/// <param name="Key">What the form sends.</param>
/// <param name="Label">What people read.</param>
/// <param name="Fault">What happens to the next request.</param>
internal sealed record OfferedFault(string Key, string Label, Fault Fault)
{
    public static IReadOnlyList<OfferedFault> All { get; } =
    [
        new("503", "503, nothing is done", Fault.ServiceUnavailable()),
        new("500", "500, nothing is done", Fault.Status(HttpStatusCode.InternalServerError)),
        new("429", "429 with Retry-After: 5", Fault.TooManyRequests(TimeSpan.FromSeconds(5))),
        new("504-after", "504, after it was carried out", Fault.Status(HttpStatusCode.GatewayTimeout).AfterWrite()),
        new("dropped", "connection dropped, nothing is done", Fault.DroppedBeforeWrite()),
        new("dropped-after", "connection dropped, after it was carried out", Fault.DroppedAfterWrite()),
        new("truncated", "half of the answer", Fault.TruncatedBody()),
        new("html", "an HTML page of a proxy", Fault.HtmlPage()),
        new("slow", "5 seconds late", Fault.Latency(TimeSpan.FromSeconds(5))),
        new("token", "its token is revoked", Fault.TokenRevoked()),
    ];
}
