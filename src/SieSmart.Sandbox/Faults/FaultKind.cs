namespace SieSmart.Sandbox.Faults;

internal enum FaultKind
{
    Latency,
    Status,
    TokenRevoked,
    DroppedBeforeWrite,
    DroppedAfterWrite,
}
