using System.Globalization;
using Microsoft.CodeAnalysis;
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
        Assert.Contains("an earlier call of 'PutAsync' wrote with it", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
        """, "Sequence")]
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

    [Theory]
    [InlineData("""
        var (proposal, version) = await client.Proposals[id].GetAsync(cancellationToken: cancellationToken);
        await client.Proposals[id].Customer.PutAsync(customer, version);
        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:version|});
        """)]
    [InlineData("""
        var read = await client.Proposals[id].GetAsync();
        await client.Proposals[id].Customer.PutAsync(customer, read.ETag).ConfigureAwait(false);
        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:read.ETag|});
        """)]
    [InlineData("""
        var read = await client.Proposals[id].GetAsync();
        var version = read.ETag;
        await client.Proposals[id].Customer.PutAsync(customer, version);
        var (_, same) = read;
        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:same|});
        """)]
    [InlineData("""
        var (created, version) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
        var proposal = client.Proposals[created.ProposalId!.Value];
        await proposal.Customer.PutAsync(customer, version);
        await proposal.Assets.PostAsync(assets, {|SIE1002:version|});
        """)]
    [InlineData("""
        var (proposal, version) = await client.Proposals[id].GetAsync();
        await client.Proposals[proposal.ProposalId!.Value].Customer.PutAsync(customer, version);
        await client.Proposals[proposal.ProposalId.Value].Assets.PostAsync(assets, {|SIE1002:version|});
        """)]
    [InlineData("""
        var versions = (Old: etag, Other: id);
        await client.Proposals[versions.Other].Customer.PutAsync(customer, versions.Old);
        await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:versions.Item1|});
        """)]
    [InlineData("""
        if (await client.Proposals[id].GetAsync() is (var proposal, var version))
        {
            await client.Proposals[id].Customer.PutAsync(customer, version);
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:version|});
        }
        """)]
    [InlineData("""
        var read = client.Proposals[id].GetAsync().GetAwaiter().GetResult();
        client.Proposals[id].Customer.PutAsync(customer, read.ETag).Wait();
        var last = client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:read.ETag|}).Result;
        """)]
    [InlineData("""
        var (_, version) = await client.Proposals[id].Customer.PutAsync(customer, etag);
        await client.Proposals[id].Assets.PostAsync(assets, version);
        await client.Proposals[id].Decision.PostAsync(request, {|SIE1002:version|});
        """)]
    [InlineData("""
        await shop.Orders[id].PutAsync(order, etag);
        await shop.Orders[id].DeleteAsync({|SIE1002:etag|});
        """)]
    public Task Follows_an_etag_through(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("""
        if (assets.Count > 0)
        {
            await client.Proposals[id].Assets.PostAsync(assets, etag);
        }

        await client.Proposals[id].Decision.PostAsync(request, {|SIE1002:etag|});
        """)]
    [InlineData("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        if (assets.Count > 0)
        {
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
        }
        """)]
    [InlineData("""
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        catch (RateLimitExceededException exception)
        {
            logger.LogWarning(exception, "Later");
        }

        await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
        """)]
    [InlineData("""
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        finally
        {
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
        }
        """)]
    [InlineData("""
        var version = assets.Count > 0 ? etag : (await client.Proposals[id].GetAsync()).ETag;
        await client.Proposals[id].Customer.PutAsync(customer, version);
        await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:version|});
        """)]
    [InlineData("""
        using var source = new CancellationTokenSource();
        await client.Proposals[id].Customer.PutAsync(customer, etag, cancellationToken: source.Token);
        await client.Proposals[id].Assets.PostAsync(assets.Count > 0 ? assets : [], {|SIE1002:etag|}, cancellationToken: source.Token);
        """)]
    public Task Follows_the_ways_through_a_method(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("""
        for (var i = 0; i < assets.Count; i++)
        {
            await client.Proposals[id].Assets.PostAsync([assets[i]], {|SIE1002:etag|});
        }
        """)]
    [InlineData("""
        var (proposal, version) = await client.Proposals[id].GetAsync();
        foreach (var asset in assets)
        {
            try
            {
                await client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:version|});
            }
            catch (ServiceUnavailableException exception)
            {
                logger.LogWarning(exception, "Skipped");
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
        }
        """)]
    [InlineData("""
        foreach (var next in new[] { id, otherId })
        {
            var (proposal, version) = await client.Proposals[next].GetAsync();
            foreach (var asset in assets)
            {
                await client.Proposals[next].Assets.PostAsync([asset], {|SIE1002:version|});
            }
        }
        """)]
    [InlineData("""
        foreach (var asset in assets)
        {
            await client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|});
            await client.Proposals[id].Customer.PutAsync(customer, {|SIE1002:etag|});
        }
        """)]
    [InlineData("""
        while (assets.Count > 0)
        {
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
            assets.RemoveAt(0);
        }
        """)]
    [InlineData("""
        var queue = new Queue<Asset>(assets);
        while (queue.TryDequeue(out var asset))
        {
            await client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|});
        }
        """)]
    [InlineData("""
        var i = 0;
        do
        {
            await client.Proposals[id].Assets.PostAsync([assets[i]], {|SIE1002:etag|});
        }
        while (++i < assets.Count);
        """)]
    [InlineData("""
        var i = 0;
        while (i < assets.Count)
        {
            await client.Proposals[id].Assets.PostAsync([assets[i]], {|SIE1002:etag|});
            i = i + 1;
        }
        """)]
    [InlineData("""
        while (!cancellationToken.IsCancellationRequested)
        {
            await client.Proposals[id].Customer.PutAsync(customer, {|SIE1002:etag|});
            await Task.Delay(1000, cancellationToken);
        }
        """)]
    [InlineData("""
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await client.Proposals[id].Customer.PutAsync(customer, {|SIE1002:etag|});
        }
        """)]
    [InlineData("""
        while (id-- > 0)
        {
            await client.Proposals[otherId].Customer.PutAsync(customer, {|SIE1002:etag|});
        }
        """)]
    public Task Follows_loops(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("""
        var first = client.Proposals[id].Customer.PutAsync(customer, etag);
        var second = client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|});
        await Task.WhenAll(first, second);
        """)]
    [InlineData("""
        var tasks = new List<Task>();
        tasks.Add(client.Proposals[id].Customer.PutAsync(customer, etag));
        tasks.Add(client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|}));
        await Task.WhenAll(tasks);
        """)]
    [InlineData("""
        await Task.WhenAll(client.Proposals[id].Customer.PutAsync(customer, etag));
        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|});
        """)]
    [InlineData("await Task.WhenAll(assets.Select(asset => client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|})));")]
    [InlineData("""
        await Parallel.ForEachAsync(assets, async (asset, token) =>
        {
            await client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|}, cancellationToken: token);
        });
        """)]
    [InlineData("""
        Func<Task> save = async () =>
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
        };
        await save();
        """)]
    [InlineData("""
        await SaveAsync();

        async Task SaveAsync()
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            await client.Proposals[id].Assets.PostAsync(assets, {|SIE1002:etag|});
        }
        """)]
    public Task Follows_tasks_and_nested_functions(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("await Task.WhenAll(assets.Take(1).Select(asset => client.Proposals[id].Assets.PostAsync([asset], etag)));")]
    [InlineData("await assets.Select(asset => client.Proposals[id].Assets.PostAsync([asset], etag)).First();")]
    [InlineData("await assets.Select(asset => client.Proposals[id].Assets.PostAsync([asset], etag)).FirstOrDefault()!;")]
    [InlineData("await Task.WhenAll(assets.Select(asset => client.Proposals[id].Assets.PostAsync([asset], etag)).Where(task => task is not null).Take(1));")]
    [InlineData("await Task.WhenAll(new[] { assets[0] }.Select(asset => client.Proposals[id].Assets.PostAsync([asset], etag)));")]
    [InlineData("await Task.WhenAll(Enumerable.Repeat(assets[0], 1).Select(asset => client.Proposals[id].Assets.PostAsync([asset], etag)));")]
    [InlineData("Console.WriteLine(assets.Select(asset => client.Proposals[id].Assets.PostAsync([asset], etag)).Any());")]
    public Task Says_nothing_of_a_projection_of_one_element(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("await Task.WhenAll(assets.Take(2).Select(asset => client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|})));")]
    [InlineData("var tasks = assets.Where(asset => asset is not null).Select(asset => client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|})).ToList();")]
    public Task Reports_a_projection_of_many_elements(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Fact]
    public Task Follows_fields_and_properties() => Consumer.ExpectAsync("""
        class Editor(SieSmartClient client, long id)
        {
            private ETag _etag;

            private ETag Version { get; set; }

            public async Task SaveAsync(Customer customer, Calculation calculation)
            {
                await client.Proposals[id].Customer.PutAsync(customer, _etag);
                await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:_etag|});
            }

            public async Task LoadAndSaveAsync(Customer customer, Calculation calculation)
            {
                (_, Version) = await client.Proposals[id].GetAsync();
                await client.Proposals[id].Customer.PutAsync(customer, Version);
                await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:this.Version|});
            }
        }
        """);

    [Fact]
    public Task Follows_a_program_of_statements() => Consumer.ExpectAsync("""
        var client = new SieSmartClient(new SieSmartClientOptions());
        var (proposal, etag) = await client.Proposals[1].GetAsync();
        await client.Proposals[1].Customer.PutAsync(proposal.Customer!, etag);
        await client.Proposals[1].Calculation.PutAsync(proposal.Calculation!, {|SIE1002:etag|});
        """);

    [Fact]
    public Task Follows_constructors_and_what_belongs_to_them() => Consumer.ExpectAsync("""
        class Editor
        {
            private readonly Func<SieSmartClient, Customer, ETag, Task> _save = async (client, customer, etag) =>
            {
                await client.Proposals[1].Customer.PutAsync(customer, etag);
                await client.Proposals[1].Customer.PutAsync(customer, {|SIE1002:etag|});
            };

            public Editor(SieSmartClient client, Customer customer, ETag etag)
                : this(client.Proposals[1].Customer.PutAsync(customer, etag).Result)
            {
                client.Proposals[1].Customer.PutAsync(customer, {|SIE1002:etag|}).Wait();
            }

            private Editor(Versioned<Proposal> proposal) => _ = proposal;
        }
        """);

    [Fact]
    public Task Follows_rows_of_a_table() => Consumer.ExpectAsync("""
        record Row(long ProposalId)
        {
            public ETag Version { get; set; }
        }

        class Sync(SieSmartClient client)
        {
            public async Task RunAsync(Row row, Customer customer, Calculation calculation)
            {
                await client.Proposals[row.ProposalId].Customer.PutAsync(customer, row.Version);
                await client.Proposals[row.ProposalId].Calculation.PutAsync(calculation, {|SIE1002:row.Version|});
            }
        }
        """);

    [Fact]
    public Task Reports_a_request_that_is_only_built() => Consumer.ExpectInMethodAsync("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        var next = client.Proposals[id].Calculation.ToPutRequestInformation(calculation, {|SIE1002:etag|});
        """);

    [Fact]
    public Task Takes_generated_code_for_correct() => Consumer.ExpectAsync("// <auto-generated/>\n#nullable enable\n" + Consumer.Method("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        await client.Proposals[id].Assets.PostAsync(assets, etag);
        """));

    private static string Text(Location location) =>
        location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(location.SourceSpan);
}
