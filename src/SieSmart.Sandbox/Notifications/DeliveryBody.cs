namespace SieSmart.Sandbox.Notifications;

internal sealed record DeliveryBody(Guid SubscriptionId, string EventType, long ProposalId);
