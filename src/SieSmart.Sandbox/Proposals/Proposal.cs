using System.Text.Json;
using System.Text.Json.Nodes;

namespace SieSmart.Sandbox.Proposals;

/// <summary>The proposal as the API shows it.</summary>
internal sealed record Proposal(
    long ProposalId,
    int OfficeId,
    int? SalesContactId,
    string? Label,
    string? SpecialConditionText,
    string? ScheduleAssetsDescription,
    JsonObject? Customer,
    IReadOnlyList<JsonElement> Assets,
    JsonElement? Calculation,
    Decision? Decision,
    string CreditStatus)
{
    public static Proposal Of(StoredProposal stored)
    {
        var customer = stored.Customer is { } json ? JsonObject.Create(json) : null;
        if (stored.BankAccount is { } bankAccount)
        {
            customer ??= [];
            customer["bankAccount"] = JsonObject.Create(bankAccount);
        }

        return new Proposal(
            stored.Id,
            stored.OfficeId,
            stored.SalesContactId,
            stored.Label,
            stored.SpecialConditionText,
            stored.ScheduleAssetsDescription,
            customer,
            stored.Assets,
            stored.Calculation,
            stored.Decision?.Shown,
            stored.CreditStatus);
    }
}
