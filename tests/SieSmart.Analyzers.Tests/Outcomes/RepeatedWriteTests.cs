using System.Globalization;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Outcomes;

/// <summary>SIE1008: a create that is sent again although the first one may have been applied.</summary>
public sealed class RepeatedWriteTests
{
    [Theory]
    [InlineData("""
        try
        {
            await client.Proposals.Proposal.PostAsync(create);
        }
        catch (OutcomeUnknownException)
        {
            await client.Proposals.Proposal.{|SIE1008:PostAsync|}(create);
        }
        """)]
    [InlineData("""
        try
        {
            await client.Proposals.Proposal.PostAsync(create);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Again");
            await Task.Delay(1000, cancellationToken);
            await client.Proposals.Proposal.{|SIE1008:PostAsync|}(create);
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
                break;
            }
            {|SIE1008:catch (OutcomeUnknownException)|}
            {
                await Task.Delay(1000, cancellationToken);
            }
        }
        """)]
    [InlineData("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
                return;
            }
            {|SIE1008:catch (Exception exception) when (attempt < 2)|}
            {
                logger.LogWarning(exception, "Again");
            }
        }
        """)]
    [InlineData("""
        Versioned<Proposal>? created = null;
        var attempt = 0;
        while (created is null)
        {
            try
            {
                created = await client.Proposals.Proposal.PostAsync(create);
            }
            {|SIE1008:catch|}
            {
                if (++attempt == 3)
                {
                    throw;
                }
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await shop.Orders.PostAsync(order);
                return;
            }
            {|SIE1008:catch (ApiException exception)|}
            {
                logger.LogWarning(exception, "Again");
            }
        }
        """)]
    [InlineData("""
        try
        {
            await shop.Orders[id].Notes.PostAsync(order);
        }
        catch (SieSmartException exception) when (exception is OutcomeUnknownException)
        {
            await shop.Orders[id].Notes.{|SIE1008:PostAsync|}(order);
        }
        """)]
    public Task Reports_a_create_that_is_sent_again(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("""
        foreach (var one in new[] { create })
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(one);
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "The next one");
            }
        }
        """)]
    [InlineData("""
        for (var i = 0; i < 3; i++)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = i });
                break;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "Another office");
            }
        }
        """)]
    [InlineData("""
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
                await Task.Delay(86400000, cancellationToken);
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "Tomorrow again");
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
                break;
            }
            catch (OutcomeUnknownException)
            {
                throw;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "Again");
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
                break;
            }
            catch (Exception exception) when (exception is not OutcomeUnknownException)
            {
                logger.LogWarning(exception, "Again");
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
                break;
            }
            catch (RateLimitExceededException)
            {
                await Task.Delay(1000, cancellationToken);
            }
        }
        """)]
    [InlineData("""
        try
        {
            await client.Proposals.Proposal.PostAsync(create);
        }
        catch (OutcomeUnknownException)
        {
            var (proposal, _) = await client.Proposals[id].GetAsync();
            if (proposal.ProposalId is null)
            {
                await client.Proposals.Proposal.PostAsync(create);
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
                break;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Unknown");
                return;
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await client.Proposals[id].Customer.PutAsync(customer, etag);
                break;
            }
            catch (OutcomeUnknownException)
            {
                await Task.Delay(1000, cancellationToken);
            }
        }
        """)]
    [InlineData("""
        while (true)
        {
            try
            {
                await client.Proposals[id].GetAsync();
                break;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "Again");
            }
        }
        """)]
    [InlineData("""
        try
        {
            await client.Proposals.Proposal.PostAsync(create);
        }
        catch (OutcomeUnknownException exception)
        {
            Func<Task> byHand = () => client.Proposals.Proposal.PostAsync(create);
            logger.LogError(exception, "Ask somebody, then {Call}", byHand);
        }
        """)]
    public Task Says_nothing_where_it_may_be_another_one_or_is_known_not_to_be_there(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Fact]
    public async Task Says_after_what()
    {
        var diagnostic = Assert.Single(await Consumer.ExpectInMethodAsync("""
            try
            {
                await client.Proposals.Proposal.PostAsync(create);
            }
            catch (OutcomeUnknownException)
            {
                await client.Proposals.Proposal.{|SIE1008:PostAsync|}(create);
            }
            """));

        Assert.StartsWith("'PostAsync' is sent again after an outcome that is unknown: ", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
