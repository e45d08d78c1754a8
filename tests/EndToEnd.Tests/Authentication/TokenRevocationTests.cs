using EndToEnd.Tests.Fixtures;

namespace EndToEnd.Tests.Authentication;

public sealed class TokenRevocationTests
{
    private const int Calls = 25;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Construction.DependencyInjection)]
    [InlineData(Construction.Constructor)]
    public async Task Calls_that_meet_a_revoked_token_succeed_with_one_new_one(Construction construction)
    {
        await using var session = await Session.StartAsync(construction);
        await session.Client.Common.Offices.GetAsync(cancellationToken: Cancellation);
        session.Sandbox.RevokeTokens();

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => session.Client.Common.Offices.GetAsync(cancellationToken: Cancellation)));

        Assert.Equal(2, session.Sandbox.Requests.Count(request => request.Path == "/oauth/token"));
        Assert.Equal(1 + Calls, session.Sandbox.Requests.Count(request => request is { Path: "/common/offices", Status: 200 }));
    }
}
