using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1001: a write that nothing guards.</summary>
public sealed class UnguardedWriteTests
{
    [Theory]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order);")]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order, default);")]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order, null, cancellationToken);")]
    [InlineData("await shop.Orders[id].{|SIE1001:DeleteAsync|}(cancellationToken: cancellationToken);")]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order, configuration => configuration.Headers.Add(\"Prefer\", \"return=minimal\"));")]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order, configuration => { });")]
    [InlineData("await shop.Orders[id].{|SIE1001:PutAsync|}(order, delegate { });")]
    [InlineData("var request1 = shop.Orders[id].{|SIE1001:ToPutRequestInformation|}(order);")]
    [InlineData("""
        var message = shop.Orders[id].{|SIE1001:ToPutRequestInformation|}(order);
        message.Headers.Add("Prefer", "return=minimal");
        """)]
    [InlineData("""
        Action<RequestConfiguration<DefaultQueryParameters>> configure = configuration => configuration.Headers.Add("Prefer", "return=minimal");
        await shop.Orders[id].{|SIE1001:PutAsync|}(order, configure);
        """)]
    [InlineData("Func<Task> save = () => shop.Orders[id].Notes.{|SIE1001:PatchAsync|}(order);")]
    public Task Reports_a_call_of_the_unguarded_overload(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:default|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:default(ETag)|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:new ETag()|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:new()|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(ifMatch: {|SIE1001:default|}, body: customer);")]
    [InlineData("await shop.Orders[id].DeleteAsync({|SIE1001:default(ETag)|});")]
    [InlineData("var message = client.Proposals[id].Customer.ToPutRequestInformation(customer, {|SIE1001:default|});")]
    [InlineData("""
        ETag none = default;
        await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:none|});
        """)]
    [InlineData("""
        ETag none = default;
        Func<Task> save = () => client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:none|});
        """)]
    public Task Reports_an_etag_that_is_none(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("await shop.Orders[id].PutAsync(order, etag);")]
    [InlineData("await shop.Orders[id].PutAsync(order, configuration => configuration.Headers.Add(\"If-Match\", etag.ToString()));")]
    [InlineData("await shop.Orders[id].PutAsync(order, configuration => configuration.Headers.TryAdd(\"if-match\", etag.ToString()), cancellationToken);")]
    [InlineData("await shop.Orders[id].PutAsync(order, configuration => configuration.Headers = new RequestHeaders { { \"If-Match\", etag.ToString() } });")]
    [InlineData("await shop.Orders[id].PutAsync(order, configuration => { configuration.Headers[\"If-Match\"] = [etag.ToString()]; });")]
    [InlineData("""
        const string HeaderName = "If-Match";
        await shop.Orders[id].DeleteAsync(configuration => configuration.Headers.Add(HeaderName, etag.ToString()));
        """)]
    [InlineData("""
        Action<RequestConfiguration<DefaultQueryParameters>> configure = configuration => configuration.Headers.Add("If-Match", etag.ToString());
        await shop.Orders[id].PutAsync(order, configure);
        """)]
    [InlineData("""
        var message = shop.Orders[id].ToPutRequestInformation(order);
        message.Headers.Add("If-Match", etag.ToString());
        """)]
    public Task Accepts_a_write_with_if_match(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("await shop.Orders[id].PutAsync(order, configuration => AddHeaders(configuration));")]
    [InlineData("await shop.Orders[id].PutAsync(order, configuration => AddTo(configuration.Headers));")]
    [InlineData("await shop.Orders[id].PutAsync(order, AddHeaders);")]
    [InlineData("await shop.Orders[id].PutAsync(order, configure);")]
    [InlineData("await shop.Orders[id].PutAsync(order, configuration => configuration.Headers.Add(name, etag.ToString()));")]
    public Task Says_nothing_of_a_configuration_that_it_can_not_read(string call) => Consumer.ExpectAsync($$"""
        static class Consumer
        {
            public static async Task RunAsync(
                ShopClient shop, long id, Order order, ETag etag, string name, Action<RequestConfiguration<DefaultQueryParameters>> configure)
            {
                {{call}}
            }

            private static void AddHeaders(RequestConfiguration<DefaultQueryParameters> configuration) => configuration.Headers.Add("If-Match", "v1");

            private static void AddTo(RequestHeaders headers) => headers.Add("If-Match", "v1");
        }
        """);

    [Fact]
    public Task Does_not_mind_an_optional_etag_that_is_left_out() =>
        Consumer.ExpectInMethodAsync("await shop.Orders[id].Notes.PostAsync(order, default(ETag?));");
}
