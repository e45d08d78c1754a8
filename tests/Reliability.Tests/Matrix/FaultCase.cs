using System.Net;
using SieSmart.Sandbox.Faults;

namespace Reliability.Tests.Matrix;

/// <summary>A row of the matrix: what goes wrong.</summary>
/// <param name="Name">As docs/reliability.md calls it.</param>
/// <param name="Fault">What the sandbox does; null if nobody listens.</param>
/// <param name="IsTimeout">Whether it ends by the client's patience.</param>
internal sealed record FaultCase(string Name, Fault? Fault, bool IsTimeout = false)
{
    /// <summary>Longer than any test waits.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private const long HundredMegabytes = 100_000_000;

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        new("connection refused", null),
        new("reset before the request is read", Fault.DroppedBeforeWrite()),
        new("reset after the write", Fault.DroppedAfterWrite()),
        new("closed before the request is read", Fault.ClosedBeforeWrite()),
        new("closed after the write", Fault.ClosedAfterWrite()),
        new("reset in mid-body", Fault.DroppedInBody()),
        new("timeout before the write", Fault.Latency(Forever), IsTimeout: true),
        new("timeout after the write", Fault.Latency(Forever).AfterWrite(), IsTimeout: true),
        new("401", Fault.Status(HttpStatusCode.Unauthorized)),
        new("403", Fault.Status(HttpStatusCode.Forbidden)),
        new("404", Fault.Status(HttpStatusCode.NotFound)),
        new("412", Fault.Status(HttpStatusCode.PreconditionFailed)),
        new("429 without Retry-After", Fault.TooManyRequests()),
        new("429, Retry-After in seconds", Fault.TooManyRequests(RetryAfter)),
        new("429, Retry-After as a date", Fault.TooManyRequests(RetryAfter, RetryAfterForm.Date)),
        new("500", Fault.Status(HttpStatusCode.InternalServerError)),
        new("500 after the write", Fault.Status(HttpStatusCode.InternalServerError).AfterWrite()),
        new("502", Fault.Status(HttpStatusCode.BadGateway)),
        new("502 after the write", Fault.Status(HttpStatusCode.BadGateway).AfterWrite()),
        new("503", Fault.ServiceUnavailable()),
        new("503, Retry-After in seconds", Fault.ServiceUnavailable(RetryAfter)),
        new("504", Fault.Status(HttpStatusCode.GatewayTimeout)),
        new("504 after the write", Fault.Status(HttpStatusCode.GatewayTimeout).AfterWrite()),
        new("HTML body with 200", Fault.HtmlPage()),
        new("HTML body with 200 after the write", Fault.HtmlPage().AfterWrite()),
        new("truncated JSON", Fault.TruncatedBody()),
        new("wrong content type", Fault.WrongContentType()),
        new("100 MB body", Fault.LargeBody(HundredMegabytes)),
        new("slow body", Fault.SlowBody(Forever), IsTimeout: true),
    ];

    public static FaultCase Named(string name) => All.Single(fault => fault.Name == name);
}
