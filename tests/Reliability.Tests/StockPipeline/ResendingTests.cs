using System.Net;
using Reliability.Tests.Fixtures;
using SieSmart.Runtime;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Faults;

namespace Reliability.Tests.StockPipeline;

/// <summary>Writes that the stock pipeline sends more than once, and this client doesn't.</summary>
public sealed class ResendingTests
{
    private const string CreatePath = "/proposals/proposal";
    private const string DeletePath = "/notification-endpoints";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stock_creates_four_proposals_when_a_gateway_loses_the_answers()
    {
        await using var stock = await StockSession.StartAsync();
        LoseAnswers(stock.Sandbox);

        await Assert.ThrowsAsync<AggregateException>(() => Proposals.CreateAsync(stock.Client, Cancellation));

        Assert.Equal(4, CountCarriedOut(stock.Sandbox, CreatePath));
    }

    [Fact]
    public async Task This_client_creates_one_and_says_that_it_does_not_know()
    {
        await using var session = await Session.StartAsync();
        LoseAnswers(session.Sandbox);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Proposals.CreateAsync(session.Client, Cancellation));

        Assert.Equal(1, CountCarriedOut(session.Sandbox, CreatePath));
    }

    [Fact]
    public async Task Stock_leaves_it_to_the_transport_to_write_twice_when_a_kept_connection_is_closed()
    {
        await using var stock = await StockSession.StartAsync();
        await stock.Client.Common.Offices.GetAsync(cancellationToken: Cancellation);
        stock.Sandbox.Faults.Enqueue(Fault.ClosedAfterWrite());

        await stock.Client.NotificationEndpoints.DeleteAsync(cancellationToken: Cancellation);

        Assert.Equal(2, CountCarriedOut(stock.Sandbox, DeletePath));
    }

    [Fact]
    public async Task This_client_keeps_the_transport_from_that()
    {
        await using var session = await Session.StartAsync();
        await session.Client.Common.Offices.GetAsync(cancellationToken: Cancellation);
        session.Sandbox.Faults.Enqueue(Fault.ClosedAfterWrite());

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => session.Client.NotificationEndpoints.DeleteAsync(cancellationToken: Cancellation));

        Assert.Equal(1, CountCarriedOut(session.Sandbox, DeletePath));
    }

    private static void LoseAnswers(SandboxServer sandbox) =>
        sandbox.Faults.Enqueue(Fault.Status(HttpStatusCode.GatewayTimeout).AfterWrite().On("POST", CreatePath), times: 10);

    private static int CountCarriedOut(SandboxServer sandbox, string path) =>
        sandbox.Requests.Count(request => request.Path == path && request.WasCarriedOut);
}
