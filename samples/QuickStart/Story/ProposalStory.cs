using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;
using QuickStart.CommandLine;

namespace QuickStart.Story;

/// <summary>A proposal from its creation to the PDF with the decision.</summary>
internal sealed class ProposalStory(SieSmartClient client, Narrator narrator, TimeProvider timeProvider)
{
    // An ETag may be a time to the second, and a server can't tell two versions of one second apart.
    private static readonly TimeSpan ColleaguesPause = TimeSpan.FromSeconds(1.1);

    public async Task RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var choices = await ReadConfigurationAsync(cancellationToken);
        var proposal = await CreateAsync(choices, cancellationToken);
        await AddCustomerAndAssetAsync(proposal, choices, cancellationToken);
        await LetColleagueWriteAsync(proposal.Id, cancellationToken);
        await AddCalculationAsync(proposal, choices, cancellationToken);
        await DecideAsync(proposal, arguments.DecisionWait, cancellationToken);
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

    private async Task<ProposalSession> CreateAsync(OfficeChoices choices, CancellationToken cancellationToken)
    {
        narrator.Chapter("Create a proposal from an office alone");
        var proposal = await client.CreateProposalAsync(new OfficeId(choices.OfficeId), cancellationToken: cancellationToken);
        narrator.Say($"Proposal {proposal.Id}, version {proposal.Version}. Whoever writes next has to name that version.");
        return proposal;
    }

    private async Task AddCustomerAndAssetAsync(ProposalSession proposal, OfficeChoices choices, CancellationToken cancellationToken)
    {
        narrator.Chapter("Add customer and asset: the session names the newest version");
        await proposal.SetCustomerAsync(ExampleParts.Customer(), cancellationToken);
        narrator.Say($"Customer: {ExampleParts.Describe(proposal.Current.Customer)}. {OriginOf(proposal)}");

        var asset = ExampleParts.Asset(choices.AssetCode);
        await proposal.AddAssetsAsync([asset], cancellationToken);
        narrator.Say($"Asset: {ExampleParts.Describe(asset)}. {OriginOf(proposal)}");

        await proposal.ReadAsync(cancellationToken);
        narrator.Say($"Looked at it: version {proposal.Version}.");
    }

    private async Task LetColleagueWriteAsync(ProposalId id, CancellationToken cancellationToken)
    {
        narrator.Chapter("Meanwhile, a colleague changes the same proposal");
        await Task.Delay(ColleaguesPause, timeProvider, cancellationToken);
        var colleague = await client.OpenProposalAsync(id, cancellationToken);
        await colleague.UpdateCustomerAsync(ExampleParts.ChangeEmail, cancellationToken);
        narrator.Say($"Customer, by the colleague: {ExampleParts.Describe(colleague.Current.Customer)}.");
    }

    private async Task AddCalculationAsync(ProposalSession proposal, OfficeChoices choices, CancellationToken cancellationToken)
    {
        narrator.Chapter("Add the calculation");
        var calculation = ExampleParts.Calculation(choices);
        await ShowWhatTheServerSaysAsync(proposal, calculation, cancellationToken);

        var current = await proposal.ReadAsync(cancellationToken);
        narrator.Say($"Read again, the colleague's change is there: {ExampleParts.Describe(current.Customer)}.");

        var version = proposal.Version;
        await proposal.SetCalculationAsync(calculation, cancellationToken);
        narrator.Say($"Applied again, to version {version}: {ExampleParts.Describe(proposal.Current.Calculation)}.");
    }

    /// <summary>What lies below a session: the generated call, with the version that was seen before the colleague came.</summary>
    private async Task ShowWhatTheServerSaysAsync(ProposalSession proposal, Calculation calculation, CancellationToken cancellationToken)
    {
        try
        {
            await client.Proposals[proposal.Id.Value].Calculation.PutAsync(calculation, proposal.Version, cancellationToken: cancellationToken);
            throw new QuickStartException($"A write with the stale ETag {proposal.Version} was accepted, so the server does not protect a colleague's change. Tell the API's support.");
        }
        catch (PreconditionFailedException conflict)
        {
            narrator.Show(conflict);
        }
    }

    private async Task DecideAsync(ProposalSession proposal, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        narrator.Chapter("Submit for a decision");
        var submitted = await proposal.SubmitForDecisionAsync(
            new DecisionRequest
            {
                CommentToRiskAnalyst = "A run of the quick start, with made-up data.",
                SiemensMayContactCustomer = false,
                SiemensMayRequestCreditData = false,
                Prelease = false,
            },
            cancellationToken);
        narrator.Say($"Submitted: {submitted}.");

        // It polls, as a sample may; a server of yours would subscribe to DECISION_RECEIVED.
        var status = await narrator.SpinAsync(
            $"Waiting for the decision, at most {longestWait.TotalSeconds:0} s",
            () => proposal.WaitForDecisionAsync(longestWait, timeProvider, cancellationToken));
        var comment = proposal.Current.Decision?.Comment;
        if (status.IsWaiting)
        {
            throw new QuickStartException($"Proposal {proposal.Id} was submitted, but not decided within {longestWait.TotalSeconds:0} s. An underwriter may take longer: wait for it with --wait, or look at the proposal later.");
        }

        if (!status.IsDecided)
        {
            var what = status.NeedsMoreInformation ? "The underwriter needs to know more" : "It is neither decided nor pending";
            throw new QuickStartException($"{what}: proposal {proposal.Id} is '{status}'. {comment} Go on in SieSmart's own user interface.");
        }

        narrator.Say($"Decided: {status}. {comment}");
    }

    private async Task DownloadAsync(ProposalSession proposal, string? output, CancellationToken cancellationToken)
    {
        narrator.Chapter("Download the decision document");
        await using var download = await proposal.DownloadDecisionDocumentAsync(cancellationToken);
        var document = await DecisionDocument.SaveAsync(download, output, cancellationToken);
        narrator.Say($"{document.Length:N0} bytes of PDF: {document.Path}");
    }

    private static string OriginOf(ProposalSession proposal) => proposal.Version.IsMissing
        ? "The answer carries no ETag, so the next write reads the proposal again."
        : $"The answer carries the new ETag {proposal.Version}.";
}
