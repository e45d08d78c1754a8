using System.Globalization;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1006: the version of one resource guards a write to another.</summary>
public sealed class ForeignETagTests
{
    [Theory]
    [InlineData("""
        var (read, version) = await shop.Orders[id].GetVersionedAsync();
        await shop.Orders[id].Lines[1].PutAsync(read, {|SIE1006:version|});
        """, "is the version of /orders/{order-id}, but the call writes to /orders/{order-id}/lines/{line-id}")]
    [InlineData("""
        var (read, version) = await shop.Orders[id].Lines[1].GetVersionedAsync();
        await shop.Orders[id].PutAsync(read, {|SIE1006:version|});
        """, "is the version of /orders/{order-id}/lines/{line-id}, but the call writes to /orders/{order-id}")]
    [InlineData("""
        var (_, version) = await client.Proposals[id].GetAsync();
        await client.Proposals[otherId].Customer.PutAsync(customer, {|SIE1006:version|});
        """, "is the version of /proposals/{proposal-id} of 'id', but the call writes to that of 'otherId'")]
    [InlineData("""
        var read = await client.Proposals[1].GetAsync();
        await client.Proposals[2].Customer.PutAsync(customer, {|SIE1006:read.ETag|});
        """, "of 1, but the call writes to that of 2")]
    [InlineData("""
        const long Mine = 1;
        var yours = 2L;
        var (_, version) = await client.Proposals[Mine].Customer.PutAsync(customer, etag);
        var proposal = client.Proposals[yours];
        await proposal.Customer.PutAsync(customer, {|SIE1006:version|});
        """, "of 1, but the call writes to that of 2")]
    [InlineData("""
        var (read, version) = await shop.Orders[id].Lines[1].GetVersionedAsync();
        await shop.Orders[id].Lines[2].PutAsync(read, {|SIE1006:version|});
        """, "of 1, but the call writes to that of 2")]
    [InlineData("""
        var (_, version) = await client.Proposals[1].GetAsync();
        Func<Task> save = () => client.Proposals[2].Customer.PutAsync(customer, {|SIE1006:version|});
        """, "of 1, but the call writes to that of 2")]
    public async Task Reports_the_version_of_another_resource(string statements, string message)
    {
        var diagnostic = Assert.Single(await Consumer.ExpectInMethodAsync(statements));

        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Theory]
    [InlineData("""
        var (_, version) = await client.Proposals[id].GetAsync();
        var same = id;
        await client.Proposals[same].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        if (id != otherId) { throw new ArgumentException("Not the same", nameof(otherId)); }
        var (_, version) = await client.Proposals[id].GetAsync();
        await client.Proposals[otherId].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        var (_, version) = await client.Proposals[id].GetAsync();
        otherId = id;
        await client.Proposals[otherId].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        var (proposal, version) = await client.Proposals[id].GetAsync();
        await client.Proposals[proposal.ProposalId!.Value].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        var (read, version) = await shop.Orders[id].GetVersionedAsync();
        await shop.Orders[id].Notes.PatchAsync(read, version);
        """)]
    public Task Says_nothing_where_the_resource_may_be_the_same(string statements) => Consumer.ExpectInMethodAsync(statements);
}
