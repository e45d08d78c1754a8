using System.Globalization;
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
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:assets.Count > 0 ? etag : default|});")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:assets.Count switch { 0 => etag, 1 => etag, _ => default }|});")]
    [InlineData("ETag? stored = assets.Count > 0 ? etag : null; await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:stored ?? default|});")]
    [InlineData("""
        ETag version = default;
        if (assets.Count > 0)
        {
            version = etag;
        }

        await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:version|});
        """)]
    [InlineData("""
        ETag version = default;
        try
        {
            (_, version) = await client.Proposals[id].GetAsync();
        }
        catch (ResourceNotFoundException exception)
        {
            logger.LogWarning(exception, "None");
        }

        await client.Proposals[id].Customer.PutAsync(customer, {|SIE1001:version|});
        """)]
    public async Task Reports_an_etag_that_can_be_none(string statements) =>
        Assert.Contains("' can be no ETag", Assert.Single(await Consumer.ExpectInMethodAsync(statements)).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [Theory]
    [InlineData("""
        ETag version = default;
        if (assets.Count > 0)
        {
            version = etag;
        }

        if (!version.IsMissing)
        {
            await client.Proposals[id].Customer.PutAsync(customer, version);
        }
        """)]
    [InlineData("""
        ETag version = default;
        if (assets.Count > 0)
        {
            version = etag;
        }

        if (version.IsMissing)
        {
            (_, version) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        ETag version = default;
        foreach (var asset in assets)
        {
            if (version == default)
            {
                (_, version) = await client.Proposals[id].GetAsync();
            }

            (_, version) = await client.Proposals[id].Assets.PostAsync([asset], version);
        }
        """)]
    [InlineData("""
        ETag version = default;
        if (assets.Count > 0)
        {
            version = etag;
        }
        else
        {
            Environment.Exit(1);
        }

        await client.Proposals[id].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        ETag version = default;
        while (version.IsMissing)
        {
            (_, version) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        ETag version = default;
        foreach (var asset in assets)
        {
            (_, version) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Customer.PutAsync(customer, version);
        """)]
    public Task Says_nothing_where_the_program_may_know_that_there_is_one(string statements) => Consumer.ExpectInMethodAsync(statements);

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

    [Fact]
    public Task Is_silent_about_the_extension_methods_of_others() => Consumer.ExpectAsync(
        """
        static class Extensions
        {
            public static Task TraceAsync(this ShopClient shop, ETag etag = default) => shop.Orders[1].GetAsync();
        }

        class Consumer
        {
            Task RunAsync(ShopClient shop) => shop.TraceAsync();
        }
        """);
}
