using System.Diagnostics.CodeAnalysis;
using SieSmart.Models;

namespace SieSmart.Testing;

/// <summary>
/// Makes SieSmart's models as the API returns them, with the members that a program can read but not set. Members that are left out
/// are null; those that everybody may set can be set on the result as well.
/// </summary>
/// <remarks>Thread-safe. Other models have no such members: <c>new</c> makes them.</remarks>
/// <example>
/// <code>
/// var proposal = SieSmartModelFactory.Proposal(proposalId: 42, label: "Desktops");
/// </code>
/// </example>
public static class SieSmartModelFactory
{
    private const string Inferred = "SIE9001";

    /// <summary>A proposal.</summary>
    /// <param name="proposalId">The unique id, which the API gives.</param>
    /// <param name="officeId">The office.</param>
    /// <param name="salesContactId">The sales contact.</param>
    /// <param name="label">The introducer's label.</param>
    /// <param name="specialConditionText">Notes on special conditions.</param>
    /// <param name="scheduleAssetsDescription">Notes on the assets.</param>
    /// <param name="customer">Who the finance is for.</param>
    /// <param name="assets">What is financed.</param>
    /// <param name="calculation">How it is financed.</param>
    /// <param name="decision">The credit decision; null until the proposal was submitted.</param>
    public static Proposal Proposal(
        long? proposalId = null,
        int? officeId = null,
        int? salesContactId = null,
        string? label = null,
        string? specialConditionText = null,
        string? scheduleAssetsDescription = null,
        Customer? customer = null,
        IEnumerable<Asset>? assets = null,
        Calculation? calculation = null,
        Decision? decision = null) =>
        new Proposal
        {
            OfficeId = officeId,
            SalesContactId = salesContactId,
            Label = label,
            SpecialConditionText = specialConditionText,
            ScheduleAssetsDescription = scheduleAssetsDescription,
            Customer = customer,
            Assets = assets?.ToList(),
            Calculation = calculation,
            Decision = decision,
        }.SetByServer(proposal => proposal.ProposalId, proposalId);

    /// <summary>A customer.</summary>
    /// <param name="bankAccount">The bank account, where one was added.</param>
    [Experimental(Inferred)]
    public static Customer Customer(BankAccount? bankAccount = null) =>
        new Customer().SetByServer(customer => customer.BankAccount, bankAccount);

    /// <summary>A calculation.</summary>
    /// <param name="instalment">What is to be paid each month, as the API has calculated it; in the calculation's currency.</param>
    [Experimental(Inferred)]
    public static Calculation Calculation(decimal? instalment = null) =>
        new Calculation().SetByServer(calculation => calculation.Instalment, instalment);
}
