namespace SieSmart.Sandbox.Notifications;

/// <summary>A notification on its way.</summary>
internal sealed record Delivery(NotificationEndpoint Endpoint, DeliveryBody Body);
