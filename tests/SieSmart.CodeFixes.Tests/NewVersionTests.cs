using Microsoft.CodeAnalysis.CSharp;
using SieSmart.CodeFixes.Tests.Consuming;
using static SieSmart.CodeFixes.Tests.Consuming.ConsumerSource;

namespace SieSmart.CodeFixes.Tests;

/// <summary>A later write gets the version that the write before it returned (SIE1002, SIE1005).</summary>
public sealed class NewVersionTests
{
    [Theory]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); (_, etag) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); var written = (await client.Deals[1].Customer.PutAsync(customer, etag)).Value; await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); (var written, etag) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); var (written, _) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); (var written, etag) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); (deal, _) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); (deal, etag) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); var (written, other) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); var (written, other) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(other);")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); var written = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); var written = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(written.ETag);")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); await client.Deals[1].Status.PutAsync(customer, etag).ConfigureAwait(false); await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); etag = (await client.Deals[1].Status.PutAsync(customer, etag).ConfigureAwait(false)).ETag; await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); try { await client.Deals[1].Customer.PutAsync(customer, etag); } finally { Console.WriteLine(deal); } await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); try { (_, etag) = await client.Deals[1].Customer.PutAsync(customer, etag); } finally { Console.WriteLine(deal); } await client.Deals[1].DeleteAsync(etag);")]
    public Task Assigns_it_to_the_variable_or_uses_the_one_that_has_it(string before, string after) => FixesAsync("SIE1002", before, after);

    [Theory]
    [InlineData(
        "var read = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(read.ETag);",
        "var read = await client.Deals[1].GetAsync(); var (_, etag) = await client.Deals[1].Customer.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var read = await client.Deals[1].GetAsync(); var written = (await client.Deals[1].Customer.PutAsync(customer, read.ETag)).Value; await client.Deals[1].DeleteAsync(read.ETag);",
        "var read = await client.Deals[1].GetAsync(); var (written, etag) = await client.Deals[1].Customer.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var read = await client.Deals[1].GetAsync(); await client.Deals[1].Status.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(read.ETag);",
        "var read = await client.Deals[1].GetAsync(); var etag = (await client.Deals[1].Status.PutAsync(customer, read.ETag)).ETag; await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var read = await client.Deals[1].GetAsync(); var etag = read.ETag; var copy = etag; await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(copy);",
        "var read = await client.Deals[1].GetAsync(); var etag = read.ETag; var copy = etag; var (_, newETag) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(newETag);")]
    public Task Declares_a_variable_where_none_can_be_assigned(string before, string after) => FixesAsync("SIE1002", before, after);

    [Theory]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); foreach (var one in new[] { customer }) { await client.Deals[1].Customer.PutAsync(one, etag); }",
        "var (deal, etag) = await client.Deals[1].GetAsync(); foreach (var one in new[] { customer }) { (_, etag) = await client.Deals[1].Customer.PutAsync(one, etag); }")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); foreach (var one in new[] { customer }) await client.Deals[1].Customer.PutAsync(one, etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); foreach (var one in new[] { customer }) (_, etag) = await client.Deals[1].Customer.PutAsync(one, etag);")]
    [InlineData(
        "var read = await client.Deals[1].GetAsync();\n        foreach (var one in new[] { customer }) { await client.Deals[1].Customer.PutAsync(one, read.ETag); }",
        "var read = await client.Deals[1].GetAsync();\n        var etag = read.ETag;\n        foreach (var one in new[] { customer }) { (_, etag) = await client.Deals[1].Customer.PutAsync(one, etag); }")]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); foreach (var one in new[] { customer })\n        {\n            var written = await client.Deals[1].Customer.PutAsync(one, etag);\n        }",
        "var (deal, etag) = await client.Deals[1].GetAsync(); foreach (var one in new[] { customer })\n        {\n            var written = await client.Deals[1].Customer.PutAsync(one, etag);\n            etag = written.ETag;\n        }")]
    public Task Hands_it_on_to_the_next_round_of_a_loop(string before, string after) => FixesAsync("SIE1002", before, after);

    [Fact]
    public Task Uses_it_where_the_dropped_version_is_missed() => FixesAsync(
        "SIE1005",
        "var (_, one) = await client.Deals[1].GetAsync(); var (_, two) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, one); await client.Deals[1].DeleteAsync(two);",
        "var (_, one) = await client.Deals[1].GetAsync(); var (_, two) = await client.Deals[1].GetAsync(); var (_, etag) = await client.Deals[1].Customer.PutAsync(customer, one); await client.Deals[1].DeleteAsync(etag);");

    [Theory]
    [InlineData(
        "var (deal, etag) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].Status.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);",
        "var (deal, etag) = await client.Deals[1].GetAsync(); (_, etag) = await client.Deals[1].Customer.PutAsync(customer, etag); etag = (await client.Deals[1].Status.PutAsync(customer, etag)).ETag; await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var read = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, read.ETag); await client.Deals[1].Status.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(read.ETag);",
        "var read = await client.Deals[1].GetAsync(); var (_, etag) = await client.Deals[1].Customer.PutAsync(customer, read.ETag); etag = (await client.Deals[1].Status.PutAsync(customer, etag)).ETag; await client.Deals[1].DeleteAsync(etag);")]
    [InlineData(
        "var read = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, read.ETag); read = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(read.ETag);",
        "var read = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, read.ETag); read = await client.Deals[1].GetAsync(); var (_, etag) = await client.Deals[1].Customer.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(etag);")]
    public async Task Fixing_all_hands_each_version_on_to_the_next_write(string before, string after)
    {
        var project = ConsumerProject.Of(Apis.Required, WithoutVersion(before));

        await AssertAsync((await project.FixAllAsync("SIE1002"))!, WithoutVersion(after));
    }

    [Fact]
    public async Task Below_version_10_of_the_language_declares_a_variable_of_its_own()
    {
        var project = ConsumerProject.Of(
            Apis.Required,
            WithoutVersion("var (deal, etag) = await client.Deals[1].GetAsync(); var (written, _) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(etag);"),
            LanguageVersion.CSharp9);

        await AssertAsync(
            await project.FixAsync("SIE1002"),
            WithoutVersion("var (deal, etag) = await client.Deals[1].GetAsync(); var (written, newETag) = await client.Deals[1].Customer.PutAsync(customer, etag); await client.Deals[1].DeleteAsync(newETag);"));
    }

    [Fact]
    public async Task Offers_nothing_for_writes_at_the_same_time()
    {
        var project = ConsumerProject.Of(
            Apis.Required,
            WithoutVersion("var (deal, etag) = await client.Deals[1].GetAsync(); await Task.WhenAll(client.Deals[1].Customer.PutAsync(customer, etag), client.Deals[1].Customer.PutAsync(customer, etag));"));

        Assert.Empty(await project.OfferedAsync("SIE1002"));
    }

    [Fact]
    public async Task Works_on_statements_at_the_top_of_a_file()
    {
        const string Before = Usings + "var client = new Client(null!);\nvar read = await client.Deals[1].GetAsync();\nawait client.Deals[1].Status.PutAsync(new Customer(), read.ETag); // first\nawait client.Deals[1].DeleteAsync(read.ETag);\n";
        const string After = Usings + "var client = new Client(null!);\nvar read = await client.Deals[1].GetAsync();\nvar etag = (await client.Deals[1].Status.PutAsync(new Customer(), read.ETag)).ETag; // first\nawait client.Deals[1].DeleteAsync(etag);\n";

        await AssertAsync(await ConsumerProject.Of(Apis.Required, Before, isProgram: true).FixAsync("SIE1002"), After);
    }

    private static async Task FixesAsync(string rule, string before, string after) =>
        await AssertAsync(await ConsumerProject.Of(Apis.Required, WithoutVersion(before)).FixAsync(rule), WithoutVersion(after));

    private static async Task AssertAsync(ConsumerProject project, string expected)
    {
        Assert.Equal(expected, await project.TextAsync());
        Assert.Empty(await project.CompileAsync());
        Assert.Empty(await project.FindAsync("SIE1001", "SIE1002", "SIE1005", "SIE1006"));
    }
}
