using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1001: a write that nothing guards.</summary>
public sealed class UnguardedWriteTests
{
    [Theory]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order);")]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order, default);")]
    [InlineData("await shop.Orders[id].{|SIE1001:DeleteAsync|}(cancellationToken: cancellationToken);")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:default|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:default(ETag)|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:new ETag()|});")]
    public Task Reports_a_write_without_an_etag(string statements) => Consumer.ExpectInMethodAsync(statements);
}
