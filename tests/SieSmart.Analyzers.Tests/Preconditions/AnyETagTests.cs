using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1003: a write that accepts whatever version is there.</summary>
public sealed class AnyETagTests
{
    [Theory]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1003:ETag.Any|});")]
    [InlineData("await shop.Orders[id].DeleteAsync({|SIE1003:ETag.Any|}, cancellationToken: cancellationToken);")]
    [InlineData("var message = shop.Orders[id].ToPutRequestInformation(order, {|SIE1003:ETag.Any|});")]
    [InlineData("""
        var whatever = ETag.Any;
        await client.Proposals[id].Customer.PutAsync(customer, {|SIE1003:whatever|});
        """)]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1003:assets.Count > 0 ? ETag.Any : etag|});")]
    [InlineData("var version = assets.Count > 0 ? etag : ETag.Any; await client.Proposals[id].Customer.PutAsync(customer, {|SIE1003:version|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1003:assets.Count switch { 0 => etag, 1 => ETag.Any, _ => etag }|});")]
    [InlineData("ETag? stored = assets.Count > 0 ? etag : null; await client.Proposals[id].Customer.PutAsync(customer, {|SIE1003:stored ?? ETag.Any|});")]
    [InlineData("""
        var version = ETag.Any;
        if (assets.Count > 0)
        {
            (_, version) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Customer.PutAsync(customer, {|SIE1003:version|});
        """)]
    public Task Reports_a_write_of_any_version(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("if (etag == ETag.Any || etag.Equals(ETag.Any)) { return; }")]
    [InlineData("Console.WriteLine(ETag.Any);")]
    [InlineData("""
        var isKnown = assets.Count > 0;
        var version = isKnown ? etag : ETag.Any;
        if (isKnown)
        {
            await client.Proposals[id].Customer.PutAsync(customer, version);
        }
        """)]
    [InlineData("""
        var version = assets.Count > 0 ? etag : ETag.Any;
        if (version.IsAny)
        {
            (_, version) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Customer.PutAsync(customer, version);
        """)]
    [InlineData("ETag? stored = assets.Count > 0 ? etag : ETag.Any; if (stored is { IsAny: false } version) { await client.Proposals[id].Customer.PutAsync(customer, version); }")]
    public Task Says_nothing_where_nothing_is_certainly_overwritten(string statements) => Consumer.ExpectInMethodAsync(statements);
}
