namespace SieSmart.Sandbox.Notifications;

internal sealed record SubscriptionAnswer(Guid SubscriptionId);
