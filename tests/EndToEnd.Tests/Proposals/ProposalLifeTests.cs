using EndToEnd.Tests.Fixtures;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox.Versions;

// The sandbox and the description agree on the inferred fields: that is what is tested here.
#pragma warning disable SIE9001

namespace EndToEnd.Tests.Proposals;

public sealed class ProposalLifeTests
{
    private static readonly ETagOptions[] Forms =
    [
        ETagOptions.None,
        ETagOptions.Quoted,
        ETagOptions.OneSecondResolution,
        ETagOptions.OnWrites,
        ETagOptions.Quoted | ETagOptions.OnWrites,
    ];

    public static TheoryData<Construction, ETagOptions> Ways => [.. from way in Enum.GetValues<Construction>() from form in Forms select (way, form)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_proposal_goes_from_an_office_to_a_decision_document(Construction construction, ETagOptions etags)
    {
        await using var session = await Session.StartAsync(construction, etags);
        var client = session.Client;

        var offices = await session.CallAsync("GET", "/common/offices", context => client.Common.Offices.GetAsync(
            request => request.Options.Add(context), TestContext.Current.CancellationToken));
        Assert.Equal([(1001, "London"), (2001, "Madrid"), (3001, "New York")], offices!.Select(office => (office.Id!.Value, office.Name!)));

        var created = await session.CallVersionedAsync("POST", "/proposals/proposal", context => client.Proposals.Proposal.PostVersionedAsync(
            new ProposalCreate { OfficeId = 1001 }, request => request.Options.Add(context), TestContext.Current.CancellationToken));
        Assert.Equal(1001, created.Value.OfficeId);
        Assert.Null(created.Value.Decision);
        Assert.True(created.ETag.TryGetTimestamp(out _));
        Assert.Equal(etags.HasFlag(ETagOptions.Quoted), created.ETag.ToString().StartsWith('"'));

        var id = created.Value.ProposalId!.Value;
        var path = $"/proposals/{id}";
        var proposal = client.Proposals[id];

        var customer = new Customer { CompanyName = "Müller & Söhne", PostalAddress = new PostalAddress { City = "London" } };
        var withCustomer = await NewestAsync(await session.CallVersionedAsync("PUT", $"{path}/customer", context => proposal.Customer.PutAsync(
            customer, created.ETag, request => request.Options.Add(context), TestContext.Current.CancellationToken)));
        Assert.Equal(("Müller & Söhne", "London"), (withCustomer.Value.Customer?.CompanyName, withCustomer.Value.Customer?.PostalAddress?.City));

        var asset = new Asset { IacCode = "ITE2201", Quantity = 3, UnitPrice = 1_000.10m };
        var withAsset = await NewestAsync(await session.CallVersionedAsync("POST", $"{path}/assets", context => proposal.Assets.PostAsync(
            [asset], withCustomer.ETag, request => request.Options.Add(context), TestContext.Current.CancellationToken)));
        var stored = Assert.Single(withAsset.Value.Assets!);
        Assert.Equal(("ITE2201", 3, 1_000.10m), (stored.IacCode, stored.Quantity, stored.UnitPrice));

        var calculation = new Calculation { TermInMonths = 12, FinancedAmount = 3_000.30m, Currency = "GBP" };
        var withCalculation = await NewestAsync(await session.CallVersionedAsync("PUT", $"{path}/calculation", context => proposal.Calculation.PutAsync(
            calculation, withAsset.ETag, request => request.Options.Add(context), TestContext.Current.CancellationToken)));
        Assert.Equal(3_000.30m, withCalculation.Value.Calculation?.FinancedAmount);
        Assert.InRange(withCalculation.Value.Calculation!.Instalment!.Value, 250m, 275m);

        var preCheck = await session.CallAsync("GET", $"{path}/decision/pre-check", context => proposal.Decision.PreCheck.GetAsync(
            request => request.Options.Add(context), TestContext.Current.CancellationToken));
        Assert.True(preCheck!.RequestAllowed);

        var request = new DecisionRequest { CommentToRiskAnalyst = "Please", SiemensMayContactCustomer = true };
        var submitted = await session.CallVersionedAsync("POST", $"{path}/decision", context => proposal.Decision.PostAsync(
            request, withCalculation.ETag, configuration => configuration.Options.Add(context), TestContext.Current.CancellationToken));
        Assert.Equal(Decision_decisionStatus.Pending, submitted.Value.Decision?.DecisionStatus);

        var decided = await session.CallVersionedAsync("GET", path, context => proposal.GetVersionedAsync(
            configuration => configuration.Options.Add(context), TestContext.Current.CancellationToken));
        var decision = decided.Value.Decision!;
        Assert.Equal((Decision_decisionStatus.Accepted, "Please", true), (decision.DecisionStatus, decision.CommentToRiskAnalyst, decision.SiemensMayContactCustomer));
        Assert.True(decision.DecisionValidUntilDate > decision.DecisionDate);

        await using var document = await session.CallAsync("GET", $"{path}/decision/decision-document/download", context => proposal.Decision.DecisionDocument.Download.GetAsync(
            configuration => configuration.Options.Add(context), TestContext.Current.CancellationToken));
        using var reader = new StreamReader(document!);
        Assert.StartsWith("%PDF", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Task<Versioned<Proposal>> NewestAsync(Versioned<Proposal> answer) => answer.HasETag
            ? Task.FromResult(answer)
            : session.CallVersionedAsync("GET", path, context => proposal.GetVersionedAsync(
                configuration => configuration.Options.Add(context), TestContext.Current.CancellationToken));
    }
}
