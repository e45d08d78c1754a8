using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1002: a version that was written with is no version any more.</summary>
public sealed class StaleETagTests
{
    [Fact]
    public async Task Reports_the_second_write_with_one_etag()
    {
        var found = await Consumer.ExpectInMethodAsync("""
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
            """);

        var diagnostic = Assert.Single(found);
        Assert.Equal("client.Proposals[id].Customer.PutAsync(customer, etag)", Text(Assert.Single(diagnostic.AdditionalLocations)));
        Assert.Equal("Sequence", diagnostic.Properties["Cause"]);
        Assert.Contains("an earlier call of 'PutAsync' wrote with it", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""
        foreach (var asset in assets)
        {
            await client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|});
        }
        """, "Loop")]
    [InlineData("""
        await Task.WhenAll(
            client.Proposals[id].Customer.PutAsync(customer, etag),
            client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|}));
        """, "Concurrent")]
    public async Task Says_how_it_came_to_be_used_twice(string statements, string cause)
    {
        var diagnostic = Assert.Single(await Consumer.ExpectInMethodAsync(statements));

        Assert.Equal(cause, diagnostic.Properties["Cause"]);
    }

    private static string Text(Microsoft.CodeAnalysis.Location location) =>
        location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan);
}
