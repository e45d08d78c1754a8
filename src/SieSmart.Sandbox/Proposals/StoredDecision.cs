using System.Text.Json.Serialization;

namespace SieSmart.Sandbox.Proposals;

/// <summary>A decision, and while it is pending, what it will become and when.</summary>
internal sealed record StoredDecision(Decision Shown, Decision Outcome)
{
    [JsonIgnore]
    public bool IsPending => Shown.DecisionStatus == DecisionStatus.Pending;

    public bool IsDue(DateTimeOffset now) => IsPending && Outcome.DecisionDate <= now;

    public StoredDecision Made() => this with { Shown = Outcome };
}
