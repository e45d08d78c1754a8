using Interop.Tests.Callers;

namespace Interop.Tests.Proposals;

public sealed class ProposalLifeTests
{
    private const int Madrid = 2001;

    /// <summary>Each write is one client's, in turns, and both read what it has made of the proposal.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_client_writes_both_read_from_the_first_request_to_the_decision_document(bool oursBegins)
    {
        await using var session = await Session.StartAsync();
        var isOurTurn = oursBegins;

        var created = await WriteAsync(caller => caller.CreateProposalAsync(new Draft(Madrid, "Ñandú & Söhne")));
        var id = created.Value<decimal>("proposalId") is var number ? (long)number : 0;
        Assert.Equal(("Ñandú & Söhne", Madrid), (created.Value<string>("label"), (int)created.Value<decimal>("officeId")));
        await AgreeAsync(created);

        var incomplete = await session.CompareAsync(caller => caller.GetDecisionPreCheckAsync(id));
        Assert.Contains("preconditionViolations", incomplete.Body, StringComparison.Ordinal);

        var customer = new Party("Müller \"GmbH\"", "Calle Prueba 2", "Madrid", Extra: "Sparkasse");
        var withCustomer = await WriteAsync(caller => caller.PutCustomerAsync(id, created.ETag!, customer));
        Assert.Contains("Sparkasse", withCustomer.Body, StringComparison.Ordinal);
        await AgreeAsync(withCustomer);

        var withAccount = await WriteAsync(caller => caller.AddCustomerBankAccountAsync(
            id, withCustomer.ETag!, "ES9121000418450200051332", "Müller"));
        Assert.Contains("ES9121000418450200051332", withAccount.Body, StringComparison.Ordinal);
        await AgreeAsync(withAccount);

        var withAssets = await WriteAsync(caller => caller.AddAssetsAsync(
            id, withAccount.ETag!, new Item("ITE2201", 3, 1_000.10m, "Desktop"), new Item("MED1101", 1, 0.0001m)));
        Assert.Contains("1000.1", withAssets.Body, StringComparison.Ordinal);
        await AgreeAsync(withAssets);

        var withCalculation = await WriteAsync(caller => caller.PutCalculationAsync(
            id, withAssets.ETag!, new Terms(12, 3_000.30m, "EUR")));
        Assert.Contains("instalment", withCalculation.Body, StringComparison.Ordinal);
        await AgreeAsync(withCalculation);

        var complete = await session.CompareAsync(caller => caller.GetDecisionPreCheckAsync(id));
        Assert.True(complete.Value<bool>("requestAllowed"));

        var submitted = await WriteAsync(caller => caller.SubmitForDecisionAsync(id, withCalculation.ETag!, "Please"));
        Assert.Contains("PENDING", submitted.Body, StringComparison.Ordinal);
        var decided = await session.CompareAsync(caller => caller.GetProposalAsync(id));
        Assert.Contains("ACCEPTED", decided.Body, StringComparison.Ordinal);
        Assert.Contains("decisionValidUntilDate", decided.Body, StringComparison.Ordinal);

        var document = await session.CompareAsync(caller => caller.DownloadDecisionDocumentAsync(id));
        Assert.Contains("%PDF", document.Body, StringComparison.Ordinal);

        Task<Observation> WriteAsync(Func<ISieSmartCaller, Task<Observation>> write)
        {
            var writer = isOurTurn ? session.Ours : session.NSwags;
            isOurTurn = !isOurTurn;
            return session.CallAsync(writer, write);
        }

        // The answer to the write is what both read afterwards, with the same ETag.
        async Task AgreeAsync(Observation written)
        {
            Assert.Equal(200, written.Status);
            var read = await session.CompareAsync(caller => caller.GetProposalAsync(id));
            Assert.Equal(written.Shared, read.Shared);
        }
    }

    [Fact]
    public async Task Both_read_the_same_configuration()
    {
        await using var session = await Session.StartAsync();

        var offices = await session.CompareAsync(caller => caller.ListOfficesAsync());
        Assert.Contains("Madrid", offices.Body, StringComparison.Ordinal);
        var contacts = await session.CompareAsync(caller => caller.ListSalesContactsAsync(Madrid));
        Assert.Contains("ROC_SAM", contacts.Body, StringComparison.Ordinal);
        var codes = await session.CompareAsync(caller => caller.ListIacCodesAsync(Madrid));
        Assert.Contains("ITE2201", codes.Body, StringComparison.Ordinal);
        var configuration = await session.CompareAsync(caller => caller.GetCalculationConfigurationAsync(Madrid));
        Assert.Contains("Hire purchase", configuration.Body, StringComparison.Ordinal);
        var rates = await session.CompareAsync(caller => caller.ListRateCardsAsync());
        Assert.Contains("annualRatePercent", rates.Body, StringComparison.Ordinal);
    }
}
