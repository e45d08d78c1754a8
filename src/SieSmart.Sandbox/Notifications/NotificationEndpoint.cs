using System.Text.Json.Serialization;

namespace SieSmart.Sandbox.Notifications;

/// <summary>Where a client wants its notifications sent to.</summary>
internal sealed record NotificationEndpoint(string ClientId, Uri BasePath, string? ApiKey)
{
    [JsonIgnore]
    public Uri DeliveryAddress => new(BasePath.AbsoluteUri.TrimEnd('/') + "/notifications");

    // The key is a secret of the receiver: a record would print it.
    public override string ToString() => $"{ClientId}: {BasePath}";
}
