using Microsoft.CodeAnalysis.CSharp;
using SieSmart.CodeFixes.Tests.Consuming;
using SieSmart.Generators.Tests.Compiling;
using static SieSmart.CodeFixes.Tests.Consuming.ConsumerSource;

namespace SieSmart.CodeFixes.Tests;

/// <summary>Writes without If-Match get the version that is at hand, or that a read before them could have returned (SIE1001).</summary>
public sealed class PassVersionTests
{
    private const string Rule = "SIE1001";

    [Theory]
    [InlineData(
        "await client.Deals[id].Customer.PutAsync(customer);",
        "await client.Deals[id].Customer.PutAsync(customer, etag);")]
    [InlineData(
        "await client.Deals[id].DeleteAsync();",
        "await client.Deals[id].DeleteAsync(etag);")]
    [InlineData(
        "await client.Deals[id].Customer.PutAsync(customer, default, cancellationToken).ConfigureAwait(false);",
        "await client.Deals[id].Customer.PutAsync(customer, etag, default, cancellationToken).ConfigureAwait(false);")]
    [InlineData(
        "await client.Deals[id].DeleteAsync(cancellationToken: cancellationToken);",
        "await client.Deals[id].DeleteAsync(etag, cancellationToken: cancellationToken);")]
    [InlineData(
        "await client.Deals[id].Customer.PutAsync(cancellationToken: cancellationToken, body: customer);",
        "await client.Deals[id].Customer.PutAsync(cancellationToken: cancellationToken, body: customer, ifMatch: etag);")]
    [InlineData(
        "client.Deals[id].Customer.ToPutRequestInformation(customer);",
        "client.Deals[id].Customer.ToPutRequestInformation(customer, etag);")]
    [InlineData(
        "_ = await client.Deals[id].Customer.PutAsync(customer);",
        "_ = await client.Deals[id].Customer.PutAsync(customer, etag);")]
    public Task Passes_the_version_that_the_caller_gave(string before, string after) => FixesAsync(Apis.Warn, before, after);

    [Theory]
    [InlineData(
        "var written = await client.Deals[id].Customer.PutAsync(customer); System.Console.WriteLine(written?.Status);",
        "var written = (await client.Deals[id].Customer.PutAsync(customer, etag)).Value; System.Console.WriteLine(written?.Status);")]
    [InlineData(
        "Deal? written = await client.Deals[id].Customer.PutAsync(customer).ConfigureAwait(false);",
        "Deal? written = (await client.Deals[id].Customer.PutAsync(customer, etag).ConfigureAwait(false)).Value;")]
    [InlineData(
        "var status = (await client.Deals[id].Customer.PutAsync(customer))?.Status;",
        "var status = (await client.Deals[id].Customer.PutAsync(customer, etag)).Value?.Status;")]
    [InlineData(
        "var count = (await client.Deals[id].Count.PostAsync())!.Value + 1;",
        "var count = ((int?)(await client.Deals[id].Count.PostAsync(etag)).Value)!.Value + 1;")]
    [InlineData(
        "var count = await client.Deals[id].Count.PostAsync(); Console.WriteLine(count.HasValue);",
        "var count = (int?)(await client.Deals[id].Count.PostAsync(etag)).Value; Console.WriteLine(count.HasValue);")]
    [InlineData(
        "Func<Task<Deal?>> write = () => client.Deals[id].Customer.PutAsync(customer); await write();",
        "Func<Task<Deal?>> write = async () => (await client.Deals[id].Customer.PutAsync(customer, etag)).Value; await write();")]
    [InlineData(
        "Func<Task> write = () => client.Deals[id].Customer.PutAsync(customer); await write();",
        "Func<Task> write = () => client.Deals[id].Customer.PutAsync(customer, etag); await write();")]
    [InlineData(
        "Func<Task> write = async () => await client.Deals[id].Customer.PutAsync(customer); await write();",
        "Func<Task> write = async () => await client.Deals[id].Customer.PutAsync(customer, etag); await write();")]
    public Task Leaves_the_type_of_the_result_as_it_was(string before, string after) => FixesAsync(Apis.Warn, before, after);

    [Theory]
    [InlineData(
        "var read = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer);",
        "var read = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer, read.ETag);")]
    [InlineData(
        "var (deal, version) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer);",
        "var (deal, version) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer, version);")]
    [InlineData(
        "var (_, one) = await client.Deals[1].GetVersionedAsync(); var (_, two) = await client.Deals[2].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer);",
        "var (_, one) = await client.Deals[1].GetVersionedAsync(); var (_, two) = await client.Deals[2].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer, one);")]
    [InlineData(
        "var (_, deal) = await client.Deals[1].GetVersionedAsync(); var (_, partner) = await client.Partners[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer);",
        "var (_, deal) = await client.Deals[1].GetVersionedAsync(); var (_, partner) = await client.Partners[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer, deal);")]
    [InlineData(
        "var builder = client.Deals[1]; var (_, version) = await builder.GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer);",
        "var builder = client.Deals[1]; var (_, version) = await builder.GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer, version);")]
    [InlineData(
        "var (made, version) = await client.Deals.PostVersionedAsync(new Deal()); var number = made.Id!.Value; await client.Deals[number].Customer.PutAsync(customer);",
        "var (made, version) = await client.Deals.PostVersionedAsync(new Deal()); var number = made.Id!.Value; await client.Deals[number].Customer.PutAsync(customer, version);")]
    public Task Passes_the_nearest_version_of_the_same_resource(string before, string after) => FixesAsync(Apis.Warn, before, after);

    [Theory]
    [InlineData(
        "var deal = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer);",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer, newETag);")]
    [InlineData(
        "Deal? deal = await client.Deals[1].GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false); await client.Deals[1].DeleteAsync();",
        "(Deal? deal, var newETag) = await client.Deals[1].GetVersionedAsync(cancellationToken: cancellationToken).ConfigureAwait(false); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "Deal? deal = null; deal = await client.Deals[1].GetAsync(); await client.Deals[1].DeleteAsync();",
        "Deal? deal = null; (deal, var newETag) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "await client.Deals[1].GetAsync(); await client.Deals[1].DeleteAsync();",
        "var (_, newETag) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "var deal = await client.Deals[1].GetAsync() ?? throw new InvalidOperationException(); await client.Deals[1].DeleteAsync();",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync() ?? throw new InvalidOperationException(); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "var deal = (await client.Deals[1].GetAsync())!; await client.Deals[1].DeleteAsync();",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "var (deal, _) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].DeleteAsync();",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "var deal = (await client.Deals[1].GetVersionedAsync()).Value; await client.Deals[1].DeleteAsync();",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "var made = await client.Deals.PostAsync(new Deal()); await client.Deals[made!.Id!.Value].Customer.PutAsync(customer);",
        "var (made, newETag) = await client.Deals.PostVersionedAsync(new Deal()); await client.Deals[made!.Id!.Value].Customer.PutAsync(customer, newETag);")]
    [InlineData(
        "Console.WriteLine(await client.Deals[1].GetAsync()); await client.Deals[1].DeleteAsync();",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync();\n        Console.WriteLine(deal); await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "var status = (await client.Deals[1].GetAsync())?.Status ?? \"\";\n        await client.Deals[1].DeleteAsync();",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync();\n        var status = deal?.Status ?? \"\";\n        await client.Deals[1].DeleteAsync(newETag);")]
    [InlineData(
        "if (await client.Deals[1].GetAsync() is { Status: \"NEW\" })\n        {\n            await client.Deals[1].DeleteAsync();\n        }",
        "var (deal, newETag) = await client.Deals[1].GetVersionedAsync();\n        if (deal is { Status: \"NEW\" })\n        {\n            await client.Deals[1].DeleteAsync(newETag);\n        }")]
    public async Task Makes_a_read_return_the_version(string before, string after)
    {
        var project = ConsumerProject.Of(Apis.Warn, WithoutVersion(before));

        await AssertAsync(await project.FixAsync(Rule), WithoutVersion(after.Replace("newETag", "etag", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        "var (deal, version) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, default);",
        "var (deal, version) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, version);")]
    [InlineData(
        "var (deal, _) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, default(ETag));",
        "var (deal, etag) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, etag);")]
    [InlineData(
        "ETag none = default; var deal = (await client.Deals[1].GetAsync()).Value; await client.Deals[1].Customer.PutAsync(customer, ifMatch: none); Console.WriteLine(none);",
        "ETag none = default; var (deal, etag) = await client.Deals[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer, ifMatch: etag); Console.WriteLine(none);")]
    public async Task Replaces_what_is_no_version(string before, string after)
    {
        var project = ConsumerProject.Of(Apis.Required, WithoutVersion(before));

        await AssertAsync(await project.FixAsync(Rule), WithoutVersion(after));
    }

    [Theory]
    [InlineData(
        "await client.Deals[id].Customer.PutAsync(customer); await client.Deals[id].Customer.PutAsync(customer); await client.Deals[id].DeleteAsync();",
        "(_, etag) = await client.Deals[id].Customer.PutAsync(customer, etag); (_, etag) = await client.Deals[id].Customer.PutAsync(customer, etag); await client.Deals[id].DeleteAsync(etag);")]
    [InlineData(
        "foreach (var one in new[] { customer }) { await client.Deals[id].Customer.PutAsync(one); }",
        "foreach (var one in new[] { customer }) { (_, etag) = await client.Deals[id].Customer.PutAsync(one, etag); }")]
    [InlineData(
        "var read = await client.Deals[1].GetVersionedAsync(); foreach (var one in new[] { customer }) { await client.Deals[1].Customer.PutAsync(one); }",
        "var read = await client.Deals[1].GetVersionedAsync(); var newETag = read.ETag;\n        foreach (var one in new[] { customer }) { (_, newETag) = await client.Deals[1].Customer.PutAsync(one, newETag); }")]
    [InlineData(
        "var first = await client.Deals[id].Customer.PutAsync(customer); var second = await client.Deals[id].Customer.PutAsync(customer);",
        "(var first, etag) = await client.Deals[id].Customer.PutAsync(customer, etag); var second = (await client.Deals[id].Customer.PutAsync(customer, etag)).Value;")]
    [InlineData(
        "if (id > 1) { await client.Deals[id].Customer.PutAsync(customer); } await client.Deals[id].DeleteAsync();",
        "if (id > 1) { (_, etag) = await client.Deals[id].Customer.PutAsync(customer, etag); } await client.Deals[id].DeleteAsync(etag);")]
    [InlineData(
        "await client.Deals[id].Status.PutAsync(customer); await client.Deals[id].DeleteAsync();",
        "etag = (await client.Deals[id].Status.PutAsync(customer, etag)).ETag; await client.Deals[id].DeleteAsync(etag);")]
    [InlineData(
        "var read = await client.Deals[1].GetVersionedAsync(); await client.Deals[1].Customer.PutAsync(customer); await client.Deals[1].DeleteAsync();",
        "var read = await client.Deals[1].GetVersionedAsync(); var (_, newETag) = await client.Deals[1].Customer.PutAsync(customer, read.ETag); await client.Deals[1].DeleteAsync(newETag);")]
    public async Task Fixing_all_hands_each_version_on_to_the_next_write(string before, string after)
    {
        var project = ConsumerProject.Of(Apis.Warn, WithVersion(before));

        await AssertAsync((await project.FixAllAsync(Rule))!, WithVersion(after));
    }

    [Fact]
    public async Task Below_version_10_of_the_language_declares_a_variable_of_its_own()
    {
        var project = ConsumerProject.Of(
            Apis.Warn,
            WithVersion("var first = await client.Deals[id].Customer.PutAsync(customer); await client.Deals[id].DeleteAsync();"),
            LanguageVersion.CSharp9);

        await AssertAsync(
            (await project.FixAllAsync(Rule))!,
            WithVersion("var (first, newETag) = await client.Deals[id].Customer.PutAsync(customer, etag); await client.Deals[id].DeleteAsync(newETag);"));
    }

    [Theory]
    [InlineData("await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("await client.Deals[2].GetAsync(); await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("await client.Partners[1].GetAsync(); await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("ETag none = default; await client.Deals[1].Customer.PutAsync(customer); System.Console.WriteLine(none);")]
    [InlineData("if (customer.Name is null) { await client.Deals[1].GetAsync(); } await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("await client.Deals[1].Customer.PutAsync(customer); await client.Deals[1].GetAsync();")]
    [InlineData("Console.WriteLine(Console.In.ReadLine() + await client.Deals[1].GetAsync()); await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("Console.WriteLine(customer.Name is null ? await client.Deals[1].GetAsync() : null); await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("ETag etag = ETag.Parse(\"\\\"1\\\"\"); foreach (var id in new[] { 1L, 2L }) { await client.Deals[id].Customer.PutAsync(customer); }")]
    [InlineData("ETag one = ETag.Parse(\"\\\"1\\\"\"), two = one; await client.Deals[1].Customer.PutAsync(customer);")]
    public async Task Asks_the_caller_where_no_version_is_at_hand(string statements)
    {
        var project = ConsumerProject.Of(Apis.Warn, WithoutVersion(statements));

        Assert.Equal(["Add an ETag parameter to the method"], await project.OfferedAsync(Rule));
        Assert.Null(await project.FixAllAsync(Rule));

        var extended = await project.FixAsync(Rule);
        var text = await extended.TextAsync();
        Assert.Contains("Run(Client client, Customer customer, ETag ifMatch, CancellationToken cancellationToken)", text, StringComparison.Ordinal);
        Assert.Contains("PutAsync(customer, ifMatch)", text, StringComparison.Ordinal);
        Assert.Empty(await extended.CompileAsync());
    }

    [Fact]
    public async Task Imports_the_namespace_of_a_parameter()
    {
        const string Before = "using Api;\nusing Api.Models;\n\npublic static class Consumer\n{\n    public static void Run(Client client) => client.Deals[1].Customer.ToPutRequestInformation(new Customer());\n}\n";
        const string After = "using Api;\nusing Api.Models;\nusing SieSmart.Runtime;\n\npublic static class Consumer\n{\n    public static void Run(Client client, ETag ifMatch) => client.Deals[1].Customer.ToPutRequestInformation(new Customer(), ifMatch);\n}\n";

        await AssertAsync(await ConsumerProject.Of(Apis.Warn, Before).FixAsync(Rule), After);
    }

    [Theory]
    [InlineData("public interface IWriter { Task Write(Client client); } public sealed class Writer : IWriter { public Task Write(Client client) => client.Deals[1].DeleteAsync(); }")]
    [InlineData("public abstract class Base { public abstract Task Write(Client client); } public sealed class Writer : Base { public override Task Write(Client client) => client.Deals[1].DeleteAsync(); }")]
    [InlineData("public sealed class Writer(Client client) { public Task Writing { get; } = client.Deals[1].DeleteAsync(); }")]
    public async Task Offers_nothing_where_others_say_what_the_parameters_are(string types) =>
        Assert.Empty(await ConsumerProject.Of(Apis.Warn, Usings + types).OfferedAsync(Rule));

    [Theory]
    [InlineData("Task<Deal?> write = client.Deals[id].Customer.PutAsync(customer); Console.WriteLine((await write)?.Status);")]
    [InlineData("await Write(client); static async Task Write(Client client) { var count = (await client.Deals[1].Count.PostAsync())!.Value; }")]
    public async Task Offers_nothing_that_would_not_compile(string statements) =>
        Assert.Empty(await ConsumerProject.Of(Apis.Warn, WithVersion(statements)).OfferedAsync(Rule));

    [Fact]
    public async Task Keeps_comments_and_layout()
    {
        const string Before = """
            // Loads.
            var deal = await client.Deals[1] // the deal
                .GetAsync(
                    cancellationToken: cancellationToken);

            /* writes */
            await client.Deals[1]
                .Customer
                .PutAsync(
                    customer,
                    cancellationToken: cancellationToken); // done
            """;
        const string After = """
            // Loads.
            var (deal, etag) = await client.Deals[1] // the deal
                .GetVersionedAsync(
                    cancellationToken: cancellationToken);

            /* writes */
            await client.Deals[1]
                .Customer
                .PutAsync(
                    customer,
                    etag,
                    cancellationToken: cancellationToken); // done
            """;

        await AssertAsync(await ConsumerProject.Of(Apis.Warn, WithoutVersion(Before)).FixAsync(Rule), WithoutVersion(After));
    }

    // What is fixed where the generator made the client is fixed where others did.
    private static async Task FixesAsync(OpenApiDocument api, string before, string after)
    {
        foreach (var client in api == Apis.Warn ? [api, Apis.Foreign] : new[] { api })
        {
            await AssertAsync(await ConsumerProject.Of(client, WithVersion(before)).FixAsync(Rule), WithVersion(after));
        }
    }

    private static async Task AssertAsync(ConsumerProject project, string expected)
    {
        Assert.Equal(expected, await project.TextAsync());
        Assert.Empty(await project.CompileAsync());
        Assert.Empty(await project.FindAsync(Rule, "SIE1002", "SIE1006"));
    }
}
