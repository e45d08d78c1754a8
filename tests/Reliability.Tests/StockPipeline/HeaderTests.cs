using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
using Reliability.Tests.Fixtures;
using SieSmart;
using SieSmart.Runtime;
using SieSmart.Sandbox;

namespace Reliability.Tests.StockPipeline;

/// <summary>What the stock pipeline lets pass in headers, and this client doesn't.</summary>
public sealed class HeaderTests
{
    private const string IfMatch = "If-Match";

    public static TheoryData<string> UnsafeValues => ["a\r\nIf-Match: *", "a\nIf-Match: *", "a\rIf-Match: *", "a\0b", "Zürich", "a\u2028b", "a\u007fb"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stock_sends_two_versions_and_the_server_takes_either()
    {
        await using var stock = await StockSession.StartAsync();
        var (id, stale, current) = await ChangeOnceAsync(stock.Client, stock.Sandbox);

        await stock.Adapter.PutCustomerAsync(id, Proposals.CustomerNamed("Overwritten Ltd"), Cancellation, (IfMatch, stale), (IfMatch, current));

        Assert.Equal("Overwritten Ltd", await CustomerNameAsync(stock.Client, id));
    }

    [Fact]
    public async Task This_client_refuses_two_versions()
    {
        await using var session = await Session.StartAsync();
        var (id, stale, current) = await ChangeOnceAsync(session.Client, session.Sandbox);

        await AssertNotSentAsync<InvalidOperationException>(session.Sandbox, () => session.Client.Adapter().PutCustomerAsync(
            id, Proposals.CustomerNamed("Overwritten Ltd"), Cancellation, (IfMatch, stale), (IfMatch, current)));
    }

    [Theory]
    [InlineData("a\r\nIf-Match: *")]
    [InlineData("a\nIf-Match: *")]
    public async Task Stock_puts_a_second_header_on_the_wire(string note)
    {
        await using var stock = await StockSession.StartAsync();
        var (id, _, _) = await ChangeOnceAsync(stock.Client, stock.Sandbox);

        await stock.Adapter.PutCustomerAsync(id, Proposals.CustomerNamed("Overwritten Ltd"), Cancellation, ("X-Note", note));

        Assert.Equal("*", stock.Sandbox.Requests[^1].IfMatch);
        Assert.Equal("Overwritten Ltd", await CustomerNameAsync(stock.Client, id));
    }

    [Theory]
    [MemberData(nameof(UnsafeValues))]
    public async Task This_client_sends_no_header_that_could_end_early(string note)
    {
        await using var session = await Session.StartAsync();
        var (id, _, current) = await ChangeOnceAsync(session.Client, session.Sandbox);

        await AssertNotSentAsync<InvalidOperationException>(session.Sandbox, () => session.Client.Adapter().PutCustomerAsync(
            id, Proposals.CustomerNamed("Overwritten Ltd"), Cancellation, (IfMatch, current), ("X-Note", note)));
    }

    [Fact]
    public async Task Stock_piles_versions_up_in_an_option_that_is_used_again()
    {
        await using var stock = await StockSession.StartAsync();
        var (id, _, current) = await ChangeOnceAsync(stock.Client, stock.Sandbox);
        var option = new HeadersInspectionHandlerOption { InspectResponseHeaders = true };

        await stock.Client.Proposals[id].GetAsync(request => request.Options.Add(option), Cancellation);
        await stock.Client.Proposals[id].Customer.PutAsync(Proposals.CustomerNamed("Changed again Ltd"), ETag.Parse(current), cancellationToken: Cancellation);
        await stock.Client.Proposals[id].GetAsync(request => request.Options.Add(option), Cancellation);

        Assert.Equal(2, option.ResponseHeaders["ETag"].Count());
    }

    [Fact]
    public async Task This_client_knows_the_last_version_only()
    {
        await using var session = await Session.StartAsync();
        var (id, _, current) = await ChangeOnceAsync(session.Client, session.Sandbox);
        var context = new OperationContext();

        await session.Client.Proposals[id].GetAsync(request => request.Options.Add(context), Cancellation);
        var changed = await session.Client.Proposals[id].Customer.PutAsync(Proposals.CustomerNamed("Changed again Ltd"), ETag.Parse(current), cancellationToken: Cancellation);
        await session.Client.Proposals[id].GetAsync(request => request.Options.Add(context), Cancellation);

        Assert.Equal(changed.ETag, context.ReceivedETag);
        Assert.Single(context.ResponseHeaders["ETag"]);
    }

    /// <summary>A proposal with two versions, of which the first is stale.</summary>
    private static async Task<(long Id, string Stale, string Current)> ChangeOnceAsync(SieSmartClient client, SandboxServer sandbox)
    {
        // The stock pipeline has no place for the ETags of results: the sandbox remembers them.
        var id = Proposals.IdOf(await Proposals.CreateAsync(client, Cancellation));
        var stale = sandbox.Requests[^1].ETag!;
        await client.Proposals[id].Customer.PutAsync(Proposals.CustomerNamed("Changed Ltd"), ETag.Parse(stale), cancellationToken: Cancellation);
        return (id, stale, sandbox.Requests[^1].ETag!);
    }

    private static async Task<object?> CustomerNameAsync(SieSmartClient client, long id)
    {
        var proposal = await client.Proposals[id].GetAsync(cancellationToken: Cancellation);
        return proposal.Value.Customer!.AdditionalData[Proposals.NameField];
    }

    private static async Task AssertNotSentAsync<TException>(SandboxServer sandbox, Func<Task> call)
        where TException : Exception
    {
        var before = sandbox.Requests.Count;
        await Assert.ThrowsAsync<TException>(call);
        Assert.Equal(before, sandbox.Requests.Count);
    }
}
