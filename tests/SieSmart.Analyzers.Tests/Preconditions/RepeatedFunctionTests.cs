using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1002: a function that writes with one version can be called once.</summary>
public sealed class RepeatedFunctionTests
{
    [Theory]
    [InlineData("""
        Func<Task> save = () => client.Proposals[id].Customer.PutAsync(customer, etag);
        await save();
        await {|SIE1002:save()|};
        """)]
    [InlineData("""
        var save = async () => { await client.Proposals[id].Customer.PutAsync(customer, etag); };
        await save();
        await {|SIE1002:save.Invoke()|};
        """)]
    [InlineData("""
        await SaveAsync();
        await {|SIE1002:SaveAsync()|};

        async Task SaveAsync() => await client.Proposals[id].Customer.PutAsync(customer, etag);
        """)]
    [InlineData("""
        var (_, version) = await client.Proposals[id].GetAsync();
        await SaveAsync(version);
        await {|SIE1002:SaveAsync(version)|};

        Task SaveAsync(ETag ifMatch)
        {
            return client.Proposals[id].Customer.PutAsync(customer, ifMatch);
        }
        """)]
    [InlineData("""
        await SaveAsync();
        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|});

        async Task SaveAsync()
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        """)]
    [InlineData("""
        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        await {|SIE1002:SaveAsync()|};

        async Task SaveAsync()
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        """)]
    [InlineData("""
        foreach (var asset in assets)
        {
            await {|SIE1002:SaveAsync(asset)|};
        }

        async Task SaveAsync(Asset asset) => await client.Proposals[id].Assets.PostAsync([asset], etag);
        """)]
    [InlineData("""
        await Task.WhenAll(SaveAsync(), {|SIE1002:SaveAsync()|});

        async Task SaveAsync() => await client.Proposals[id].Customer.PutAsync(customer, etag);
        """)]
    [InlineData("""
        await OuterAsync();
        await {|SIE1002:OuterAsync()|};

        async Task OuterAsync() => await InnerAsync(etag);
        async Task InnerAsync(ETag version) => await client.Proposals[id].Customer.PutAsync(customer, version);
        """)]
    [InlineData("""
        await SaveAsync();

        async Task SaveAsync(int depth = 0)
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            if (depth < 1)
            {
                await {|SIE1002:SaveAsync(depth + 1)|};
            }
        }
        """)]
    public Task Reports_the_second_call(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("""
        Func<Task> save = () => client.Proposals[id].Customer.PutAsync(customer, etag);
        await save();
        (_, etag) = await client.Proposals[id].GetAsync();
        await save();
        """)]
    [InlineData("""
        await SaveAsync();
        await SaveAsync();

        async Task SaveAsync()
        {
            (_, etag) = await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        """)]
    [InlineData("""
        await SaveAsync();
        await SaveAsync();

        async Task SaveAsync()
        {
            var (_, version) = await client.Proposals[id].GetAsync();
            await client.Proposals[id].Customer.PutAsync(customer, version);
        }
        """)]
    [InlineData("""
        await SaveAsync(id);
        await SaveAsync(otherId);

        async Task SaveAsync(long proposal) => await client.Proposals[proposal].Customer.PutAsync(customer, etag);
        """)]
    [InlineData("""
        if (!await TrySaveAsync())
        {
            await TrySaveAsync();
        }

        async Task<bool> TrySaveAsync()
        {
            try
            {
                await client.Proposals[id].Customer.PutAsync(customer, etag);
                return true;
            }
            catch (ServiceUnavailableException)
            {
                return false;
            }
        }
        """)]
    [InlineData("""
        try
        {
            await SaveAsync();
        }
        catch (ServiceUnavailableException)
        {
            await SaveAsync();
        }

        Task SaveAsync() => client.Proposals[id].Customer.PutAsync(customer, etag);
        """)]
    [InlineData("""
        var isSaved = false;
        await SaveAsync();
        await SaveAsync();

        async Task SaveAsync()
        {
            if (!isSaved)
            {
                await client.Proposals[id].Customer.PutAsync(customer, etag);
                isSaved = true;
            }
        }
        """)]
    [InlineData("""
        Func<Task> save = () => client.Proposals[id].Customer.PutAsync(customer, etag);
        if (assets.Count > 0)
        {
            save = () => client.Proposals[otherId].Customer.PutAsync(customer, etag);
            await save();
        }
        else
        {
            await save();
        }
        """)]
    [InlineData("""
        var first = SaveAsync();
        if (!first.IsCompletedSuccessfully)
        {
            await SaveAsync();
        }

        async Task SaveAsync() => await client.Proposals[id].Customer.PutAsync(customer, etag);
        """)]
    public Task Says_nothing_where_each_call_may_have_a_version_of_its_own(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Fact]
    public async Task Names_the_call_that_wrote_and_leaves_the_function_alone()
    {
        var diagnostic = Assert.Single(await Consumer.ExpectInMethodAsync("""
            await SaveAsync();
            await {|SIE1002:SaveAsync()|};

            async Task SaveAsync() => await client.Proposals[id].Customer.PutAsync(customer, etag);
            """));

        Assert.Equal(
            "'etag' is no longer the version to write to: an earlier call of 'SaveAsync' wrote with it. Use the ETag that this write returns, or read the resource again.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Call", diagnostic.Properties["Cause"]);
    }
}
