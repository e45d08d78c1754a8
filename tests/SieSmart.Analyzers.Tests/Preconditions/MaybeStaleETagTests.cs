using System.Globalization;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1002: a version that one of the ways to a write has made stale.</summary>
public sealed class MaybeStaleETagTests
{
    [Theory]
    [InlineData("""
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        catch (PreconditionFailedException)
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|});
        """)]
    [InlineData("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        if (assets.Count > 0)
        {
            etag = (await client.Proposals[id].GetAsync()).ETag;
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|});
        """)]
    [InlineData("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:assets.Count > 0 ? (await client.Proposals[id].GetAsync()).ETag : etag|});
        """)]
    [InlineData("""
        if (assets.Count > 0)
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        else
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|});
        """)]
    [InlineData("""
        foreach (var asset in assets)
        {
            try
            {
                await client.Proposals[id].Assets.PostAsync([asset], {|SIE1002:etag|});
            }
            catch (PreconditionFailedException exception)
            {
                logger.LogWarning(exception, "Again");
                (_, etag) = await client.Proposals[id].GetAsync();
            }
        }
        """)]
    [InlineData("""
        foreach (var asset in assets)
        {
            (_, etag) = await client.Proposals[id].GetAsync();
            await client.Proposals[id].Assets.PostAsync([asset], etag);
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, {|SIE1002:etag|});
        """)]
    public async Task Reports_the_write(string statements)
    {
        var diagnostic = Assert.Single(await Consumer.ExpectInMethodAsync(statements));

        Assert.Contains("wrote with it on one of the ways that lead here", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Theory]
    [InlineData("""
        var isSaved = false;
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            isSaved = true;
        }
        catch (PreconditionFailedException)
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        if (!isSaved)
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        """)]
    [InlineData("""
        if (assets.Count > 0)
        {
            await client.Proposals[id].Assets.PostAsync(assets, etag);
        }

        if (assets.Count > 0)
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    [InlineData("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        var isKnown = assets.Count > 0;
        if (isKnown)
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        if (!isKnown)
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    [InlineData("""
        var saved = await client.Proposals[id].Customer.PutAsync(customer, etag);
        if (saved.HasETag)
        {
            etag = saved.ETag;
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    [InlineData("""
        bool again;
        do
        {
            again = false;
            try
            {
                await client.Proposals[id].Customer.PutAsync(customer, etag);
            }
            catch (PreconditionFailedException)
            {
                (_, etag) = await client.Proposals[id].GetAsync();
                again = true;
            }
        }
        while (again);
        """)]
    [InlineData("""
        var isDone = false;
        for (var attempt = 0; attempt < 3 && !isDone; attempt++)
        {
            try
            {
                await client.Proposals[id].Customer.PutAsync(customer, etag);
                isDone = true;
            }
            catch (PreconditionFailedException)
            {
                (_, etag) = await client.Proposals[id].GetAsync();
            }
        }
        """)]
    [InlineData("""
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            (_, etag) = await client.Proposals[id].GetAsync();
        }
        catch (PreconditionFailedException)
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    [InlineData("""
        if (assets.Count > 0)
        {
            await client.Proposals[otherId].Customer.PutAsync(customer, etag);
        }
        else
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    [InlineData("""
        await client.Proposals[id].Customer.PutAsync(customer, etag);
        try
        {
            (_, etag) = await client.Proposals[id].GetAsync();
        }
        catch (ServiceUnavailableException exception)
        {
            Environment.FailFast("No version", exception);
        }

        await client.Proposals[id].Calculation.PutAsync(calculation, etag);
        """)]
    public Task Says_nothing_where_the_stale_way_may_not_lead_to_the_write(string statements) => Consumer.ExpectInMethodAsync(statements);
}
