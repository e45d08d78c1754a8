using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1005: the version that a write returned is dropped, though a later write needs it.</summary>
public sealed class DroppedVersionTests
{
    [Theory]
    [InlineData("""
        var (_, first) = await client.Proposals[id].GetAsync();
        var (_, second) = await client.Proposals[id].GetAsync();
        await client.Proposals[id].Customer.{|SIE1005:PutAsync|}(customer, first);
        await client.Proposals[id].Calculation.PutAsync(calculation, second);
        """)]
    [InlineData("""
        var (_, current) = await client.Proposals[id].GetAsync();
        await client.Proposals[id].Customer.{|SIE1005:PutAsync|}(customer, current);
        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    [InlineData("""
        var (_, current) = await client.Proposals[id].GetAsync();
        var (saved, _) = await client.Proposals[id].Customer.{|SIE1005:PutAsync|}(customer, current);
        Console.WriteLine(saved.ProposalId);
        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    [InlineData("""
        var (_, current) = await client.Proposals[id].GetAsync();
        _ = await client.Proposals[id].Customer.{|SIE1005:PutAsync|}(customer, current).ConfigureAwait(false);
        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    public async Task Reports_the_write_whose_result_is_dropped(string statements)
    {
        var diagnostic = Assert.Single(await Consumer.ExpectInMethodAsync(statements));

        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Theory]
    [InlineData("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        var (_, current) = await client.Proposals[id].GetAsync();
        await client.Proposals[id].Calculation.PutAsync(calculation, current);
        """)]
    [InlineData("""
        var (_, current) = await client.Proposals[id].GetAsync();
        var saved = await client.Proposals[id].Customer.PutAsync(customer, current);
        await client.Proposals[id].Calculation.PutAsync(calculation, saved.HasETag ? saved.ETag : etag);
        """)]
    [InlineData("""
        var (_, other) = await client.Proposals[otherId].GetAsync();
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        await client.Proposals[otherId].Calculation.PutAsync(calculation, other);
        """)]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, etag);")]
    public Task Accepts_a_result_that_nobody_needs(string statements) => Consumer.ExpectInMethodAsync(statements);
}
