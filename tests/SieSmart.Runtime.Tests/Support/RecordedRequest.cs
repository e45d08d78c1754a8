namespace SieSmart.Runtime.Tests.Support;

/// <summary>A request as a server saw it.</summary>
internal sealed record RecordedRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Headers,
    string Body);
