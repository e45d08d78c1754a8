using System.Text.Json;
using System.Text.Json.Serialization;

namespace SieSmart.Sandbox.Proposals;

/// <summary>One version of a proposal. The parts whose fields are not documented are kept as they were sent.</summary>
internal sealed record StoredProposal(
    long Id,
    DateTimeOffset Version,
    int OfficeId,
    int? SalesContactId,
    string? Label,
    string? SpecialConditionText,
    string? ScheduleAssetsDescription,
    JsonElement? Customer,
    JsonElement? BankAccount,
    IReadOnlyList<JsonElement> Assets,
    JsonElement? Calculation,
    StoredDecision? Decision)
{
    [JsonIgnore]
    public string CreditStatus => Decision?.Shown.DecisionStatus switch
    {
        null => "DRAFT",
        DecisionStatus.Accepted => "APPROVED",
        DecisionStatus.Declined => "REJECTED",
        _ => "IN_DECISION",
    };
}
