namespace SieSmart.Testing;

/// <summary>A request that a <see cref="SieSmartStub"/> has had.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path below the API's base address, such as <c>/proposals/42</c>.</param>
/// <param name="Query">Its query without the question mark; empty if it has none.</param>
/// <param name="IfMatch">Its If-Match header as it was sent; null if it had none.</param>
/// <param name="Body">Its body as text; empty if it had none.</param>
public sealed record StubbedRequest(HttpMethod Method, string Path, string Query, string? IfMatch, string Body);
