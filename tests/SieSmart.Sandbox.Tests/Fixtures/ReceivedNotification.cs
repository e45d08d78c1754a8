using System.Text.Json.Nodes;

namespace SieSmart.Sandbox.Tests.Fixtures;

internal sealed record ReceivedNotification(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    JsonObject Body);
