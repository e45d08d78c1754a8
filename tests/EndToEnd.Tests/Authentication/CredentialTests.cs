using EndToEnd.Tests.Fixtures;
using SieSmart.Models;
using SieSmart.Runtime;
using SieSmart.Sandbox;

namespace EndToEnd.Tests.Authentication;

public sealed class CredentialTests
{
    private const string WrongSecret = "d0-not-show-this-secret";

    [Theory]
    [InlineData(Construction.DependencyInjection)]
    [InlineData(Construction.Constructor)]
    public async Task Wrong_credentials_are_named_as_the_cause_and_the_secret_is_not(Construction construction)
    {
        var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var session = Session.Connect(sandbox, construction, WrongSecret);

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(
            () => session.Client.Common.Offices.GetAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("SieSmart:ClientSecret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(WrongSecret, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Requests, request => request.Path != "/oauth/token");
    }

    [Theory]
    [InlineData(Construction.DependencyInjection)]
    [InlineData(Construction.Constructor)]
    public async Task One_token_serves_many_calls(Construction construction)
    {
        await using var session = await Session.StartAsync(construction);

        for (var call = 0; call < 3; call++)
        {
            await session.Client.Common.Offices.GetAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Single(session.Sandbox.Requests, request => request.Path == "/oauth/token");
        Assert.Equal(3, session.Sandbox.Requests.Count(request => request is { Path: "/common/offices", Status: 200 }));
    }

    [Fact]
    public async Task Credentials_that_may_only_read_are_denied_a_write()
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { ClientId = "writer", ReadOnlyClientId = "reader" }, TestContext.Current.CancellationToken);
        await using var session = Session.Connect(sandbox, Construction.DependencyInjection, sandbox.ReadOnlyClientSecret, sandbox.ReadOnlyClientId);
        await session.Client.Common.Offices.GetAsync(cancellationToken: TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<AccessDeniedException>(() => session.Client.Proposals.Proposal.PostVersionedAsync(
            new ProposalCreate { OfficeId = 1001 }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((403, sandbox.Requests[^1].TraceId), (failure.ResponseStatusCode, failure.TraceId));
    }
}
