using SieSmart.Models;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;
using QuickStart.CommandLine;

namespace QuickStart.Story;

/// <summary>A proposal from its creation to the PDF with the decision.</summary>
internal sealed class ProposalStory(SieSmartClient client, Narrator narrator, TimeProvider timeProvider)
{
    // An ETag may be a time to the second, and a server can't tell two versions of one second apart.
    private static readonly TimeSpan ColleaguesPause = TimeSpan.FromSeconds(1.1);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    public async Task RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var choices = await ReadConfigurationAsync(cancellationToken);
        var created = await CreateAsync(choices, cancellationToken);

        var proposal = client.Proposals[created.Value.ProposalId!.Value];
        var mine = await AddCustomerAndAssetAsync(proposal, created, choices, cancellationToken);
        await LetColleagueWriteAsync(proposal, cancellationToken);
        var complete = await AddCalculationAsync(proposal, mine, choices, cancellationToken);

        await DecideAsync(proposal, complete, arguments.DecisionWait, cancellationToken);
        await DownloadAsync(proposal, arguments.Output, cancellationToken);
    }

    private async Task<OfficeChoices> ReadConfigurationAsync(CancellationToken cancellationToken)
    {
        narrator.Chapter("Read the configuration");
        var choices = await OfficeChoices.ReadAsync(client, cancellationToken);
        narrator.Say($"Authenticated: the client fetched an access token with its first call, and keeps it.");
        narrator.Say($"Office {choices.OfficeId}, {choices.Office.Name}: {choices.SalesContacts.Count} sales contacts, {choices.AssetCodes.Count} asset codes; {choices.RateCards.Count} rate cards.");
        return choices;
    }

    private async Task<Versioned<Proposal>> CreateAsync(OfficeChoices choices, CancellationToken cancellationToken)
    {
        narrator.Chapter("Create a proposal from an office alone");
        var created = await client.Proposals.Proposal.PostVersionedAsync(
            new ProposalCreate { OfficeId = choices.OfficeId }, cancellationToken: cancellationToken);
        narrator.Say($"Proposal {created.Value.ProposalId}, version {created.ETag}. Whoever writes next has to name that version.");
        return created;
    }

    private async Task<Versioned<Proposal>> AddCustomerAndAssetAsync(
        ProposalItemRequestBuilder proposal,
        Versioned<Proposal> created,
        OfficeChoices choices,
        CancellationToken cancellationToken)
    {
        narrator.Chapter("Add customer and asset, each with the newest ETag");
        var answer = await proposal.Customer.PutAsync(ExampleParts.Customer(), created.ETag, cancellationToken: cancellationToken);
        var withCustomer = await proposal.AfterAsync(answer, cancellationToken);
        narrator.Say($"Customer: {ExampleParts.Describe(withCustomer.Value.Customer)}. {OriginOf(answer)} {withCustomer.ETag}.");

        var asset = ExampleParts.Asset(choices.AssetCode);
        answer = await proposal.Assets.PostAsync([asset], withCustomer.ETag, cancellationToken: cancellationToken);
        var withAsset = await proposal.AfterAsync(answer, cancellationToken);
        narrator.Say($"Asset: {ExampleParts.Describe(asset)}. {OriginOf(answer)} {withAsset.ETag}.");
        return withAsset;
    }

    private async Task LetColleagueWriteAsync(ProposalItemRequestBuilder proposal, CancellationToken cancellationToken)
    {
        narrator.Chapter("Meanwhile, a colleague changes the same proposal");
        await Task.Delay(ColleaguesPause, timeProvider, cancellationToken);
        var (seen, etag) = await proposal.GetVersionedAsync(cancellationToken: cancellationToken);
        var customer = ExampleParts.WithNewEmail(seen.Customer!);
        await proposal.Customer.PutAsync(customer, etag, cancellationToken: cancellationToken);
        narrator.Say($"Customer, by the colleague: {ExampleParts.Describe(customer)}.");
    }

    private async Task<Versioned<Proposal>> AddCalculationAsync(
        ProposalItemRequestBuilder proposal,
        Versioned<Proposal> mine,
        OfficeChoices choices,
        CancellationToken cancellationToken)
    {
        narrator.Chapter("Add the calculation");
        var calculation = ExampleParts.Calculation(choices);
        try
        {
            await proposal.Calculation.PutAsync(calculation, mine.ETag, cancellationToken: cancellationToken);
            throw new QuickStartException($"A write with the stale ETag {mine.ETag} was accepted, so the server does not protect a colleague's change. Tell the API's support.");
        }
        catch (PreconditionFailedException conflict)
        {
            narrator.Show(conflict);
        }

        var (current, etag) = await proposal.GetVersionedAsync(cancellationToken: cancellationToken);
        narrator.Say($"Read again, the colleague's change is there: {ExampleParts.Describe(current.Customer)}.");

        var answer = await proposal.Calculation.PutAsync(calculation, etag, cancellationToken: cancellationToken);
        narrator.Say($"Applied again, to version {etag}: {ExampleParts.Describe(answer.Value.Calculation)}.");
        return await proposal.AfterAsync(answer, cancellationToken);
    }

    private async Task DecideAsync(
        ProposalItemRequestBuilder proposal,
        Versioned<Proposal> complete,
        TimeSpan longestWait,
        CancellationToken cancellationToken)
    {
        narrator.Chapter("Submit for a decision");
        var request = new DecisionRequest
        {
            CommentToRiskAnalyst = "A run of the quick start, with made-up data.",
            SiemensMayContactCustomer = false,
            SiemensMayRequestCreditData = false,
            Prelease = false,
        };
        var submitted = await proposal.Decision.PostAsync(request, complete.ETag, cancellationToken: cancellationToken);
        narrator.Say($"Submitted: {submitted.Value.Decision?.DecisionStatus}.");

        var decision = await narrator.SpinAsync(
            $"Waiting for the decision, at most {longestWait.TotalSeconds:0} s",
            () => WaitForDecisionAsync(proposal, longestWait, cancellationToken));
        narrator.Say($"Decided: {decision.DecisionStatus}. {decision.Comment}");
    }

    /// <summary>Polls, as a sample may; a server of yours would subscribe to DECISION_RECEIVED.</summary>
    private async Task<Decision> WaitForDecisionAsync(
        ProposalItemRequestBuilder proposal,
        TimeSpan longestWait,
        CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        while (true)
        {
            var (current, _) = await proposal.GetVersionedAsync(cancellationToken: cancellationToken);
            switch (current.Decision?.DecisionStatus)
            {
                case Decision_decisionStatus.Accepted or Decision_decisionStatus.Declined:
                    return current.Decision;
                case null or Decision_decisionStatus.NotAvailable or Decision_decisionStatus.Pending:
                    break;
                case var other:
                    throw new QuickStartException($"Proposal {current.ProposalId} is neither decided nor pending, but '{other}'. {current.Decision.Comment} Go on in SieSmart's own user interface.");
            }

            if (timeProvider.GetElapsedTime(started) + PollInterval > longestWait)
            {
                throw new QuickStartException($"Proposal {current.ProposalId} was submitted, but not decided within {longestWait.TotalSeconds:0} s. An underwriter may take longer: wait for it with --wait, or look at the proposal later.");
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken);
        }
    }

    private async Task DownloadAsync(ProposalItemRequestBuilder proposal, string? output, CancellationToken cancellationToken)
    {
        narrator.Chapter("Download the decision document");
        await using var download = await proposal.Decision.DecisionDocument.Download.GetAsync(cancellationToken: cancellationToken)
            ?? throw new QuickStartException("The decision document is empty. Quote the trace id to the API's support.");
        var document = await DecisionDocument.SaveAsync(download, output, cancellationToken);
        narrator.Say($"{document.Length:N0} bytes of PDF: {document.Path}");
    }

    private static string OriginOf(Versioned<Proposal> answer) => answer.HasETag
        ? "The answer carries the new ETag"
        : "The answer carries no ETag, so the proposal was read again:";
}
