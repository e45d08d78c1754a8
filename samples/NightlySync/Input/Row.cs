using SieSmart.Client;
using SieSmart.Models;

namespace NightlySync.Input;

/// <summary>One proposal to create.</summary>
/// <param name="Reference">What your own system calls it: unique, and the same in every export. It becomes the proposal's label.</param>
/// <param name="Office">The office.</param>
/// <param name="SalesContact">The sales contact of that office, or null.</param>
/// <param name="Assets">Notes on the assets, or null.</param>
/// <param name="SpecialConditions">Notes on special conditions, or null.</param>
internal sealed record Row(string Reference, OfficeId Office, SalesContactId? SalesContact, string? Assets, string? SpecialConditions)
{
    public ProposalCreate ToProposal() => new()
    {
        OfficeId = Office.Value,
        SalesContactId = SalesContact?.Value,
        // Whoever looks for a row in doubt finds it by its label.
        Label = Reference,
        ScheduleAssetsDescription = Assets,
        SpecialConditionText = SpecialConditions,
    };
}
