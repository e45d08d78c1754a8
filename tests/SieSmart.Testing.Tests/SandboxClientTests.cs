using SieSmart.Models;
using SieSmart.Sandbox;

namespace SieSmart.Testing.Tests;

/// <summary>The sandbox in the process of a test.</summary>
public sealed class SandboxClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_of_a_sandbox_needs_no_settings()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancellation);
        using var client = sandbox.CreateClient();

        var offices = await client.Common.Offices.GetAsync(cancellationToken: Cancellation);
        var (created, etag) = await client.Proposals.Proposal.PostVersionedAsync(new ProposalCreate { OfficeId = offices![0].Id }, cancellationToken: Cancellation);

        Assert.NotNull(created.ProposalId);
        Assert.False(etag.IsMissing);
    }

    [Fact]
    public async Task Its_options_can_be_changed()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancellation);
        using var reader = sandbox.CreateClient(options =>
        {
            options.ClientId = sandbox.ReadOnlyClientId;
            options.ClientSecret = sandbox.ReadOnlyClientSecret;
        });

        await Assert.ThrowsAsync<SieSmart.Runtime.AccessDeniedException>(
            () => reader.Proposals.Proposal.PostVersionedAsync(new ProposalCreate { OfficeId = 1 }, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_sandbox_on_the_port_of_an_earlier_one_is_not_sent_the_tokens_of_that()
    {
        var port = 0;
        for (var round = 0; round < 2; round++)
        {
            await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = port }, Cancellation);
            port = sandbox.BaseAddress.Port;
            using var client = sandbox.CreateClient();

            await client.Common.Offices.GetAsync(cancellationToken: Cancellation);

            Assert.DoesNotContain(sandbox.Requests, request => request.Status == 401);
        }
    }
}
