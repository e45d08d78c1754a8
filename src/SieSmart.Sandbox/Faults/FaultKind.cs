namespace SieSmart.Sandbox.Faults;

internal enum FaultKind
{
    Latency,
    Status,
    TokenRevoked,
    Dropped,
    HtmlPage,
    DroppedInBody,
    TruncatedBody,
    WrongContentType,
    LargeBody,
    SlowBody,
}
