namespace SieSmart.Sandbox.Proposals;

/// <summary>The decision as the API shows it.</summary>
internal sealed record Decision(
    string DecisionStatus,
    DateTimeOffset DecisionRequestedDate,
    DateTimeOffset? DecisionDate,
    DateTimeOffset? DecisionValidUntilDate,
    string? Comment,
    string? Condition,
    string? Reason,
    string? CommentToRiskAnalyst,
    bool? SiemensMayContactCustomer);
