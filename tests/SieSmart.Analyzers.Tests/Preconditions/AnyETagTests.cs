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
    public Task Reports_a_write_of_any_version(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("if (etag == ETag.Any || etag.Equals(ETag.Any)) { return; }")]
    [InlineData("Console.WriteLine(ETag.Any);")]
    [InlineData("var version = assets.Count > 0 ? etag : ETag.Any; await client.Proposals[id].Customer.PutAsync(customer, version);")]
    public Task Says_nothing_where_nothing_is_certainly_overwritten(string statements) => Consumer.ExpectInMethodAsync(statements);
}
