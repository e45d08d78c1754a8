namespace SieSmart.Sandbox.Faults;

internal enum FaultKind
{
    Latency,
    Status,
    TokenRevoked,
    Dropped,
    Closed,
    HtmlPage,
    DroppedInBody,
    TruncatedBody,
    WrongContentType,
    LargeBody,
    SlowBody,
}
