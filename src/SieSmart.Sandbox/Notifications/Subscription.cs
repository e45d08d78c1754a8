namespace SieSmart.Sandbox.Notifications;

internal sealed record Subscription(Guid Id, string ClientId, long ProposalId, string EventType);
