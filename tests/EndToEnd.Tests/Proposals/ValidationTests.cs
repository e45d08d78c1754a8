using EndToEnd.Tests.Fixtures;
using SieSmart.Models;
using SieSmart.Runtime;

// The sandbox and the description agree on the inferred fields: that is what is tested here.
#pragma warning disable SIE9001

namespace EndToEnd.Tests.Proposals;

public sealed class ValidationTests
{
    [Fact]
    public async Task A_refused_request_names_its_fields()
    {
        await using var session = await Session.StartAsync();
        var request = new ProposalCreate { OfficeId = 1001, Assets = [new Asset { IacCode = "NONE", Quantity = 0 }] };

        var refused = await Assert.ThrowsAsync<RequestRejectedException>(() => session.Client.Proposals.Proposal.PostVersionedAsync(
            request, cancellationToken: TestContext.Current.CancellationToken));

        var seen = session.Sandbox.Requests[^1];
        Assert.Equal((seen.Status, seen.TraceId), (refused.ResponseStatusCode, refused.TraceId));
        Assert.Equal(["assets[0].iacCode", "assets[0].quantity"], refused.FieldErrors.Select(error => error.Field));
        Assert.Contains("assets[0].iacCode", refused.Message, StringComparison.Ordinal);
        Assert.Equal(seen.TraceId, Assert.IsType<Error>(refused.Error).TraceId);
    }

    [Fact]
    public async Task An_unfinished_proposal_can_not_be_submitted()
    {
        await using var session = await Session.StartAsync();
        var (created, etag) = await session.Client.Proposals.Proposal.PostVersionedAsync(
            new ProposalCreate { OfficeId = 1001 }, cancellationToken: TestContext.Current.CancellationToken);
        var proposal = session.Client.Proposals[created.ProposalId!.Value];

        var preCheck = await proposal.Decision.PreCheck.GetAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<RequestRejectedException>(() => proposal.Decision.PostAsync(
            new DecisionRequest { Prelease = false }, etag, cancellationToken: TestContext.Current.CancellationToken));

        Assert.False(preCheck!.RequestAllowed);
        Assert.NotEmpty(preCheck.PreconditionViolations!);
        var (current, unchanged) = await proposal.GetVersionedAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(etag, unchanged);
        Assert.Null(current.Decision);
    }
}
