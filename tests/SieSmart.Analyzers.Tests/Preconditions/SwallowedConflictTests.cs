using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1007: a refused change that nobody hears of.</summary>
public sealed class SwallowedConflictTests
{
    [Theory]
    [InlineData("{|SIE1007:catch (PreconditionFailedException)|} { }")]
    [InlineData("{|SIE1007:catch (PreconditionFailedException)|} { /* Never mind */ }")]
    [InlineData("{|SIE1007:catch (PreconditionFailedException)|} { ; }")]
    [InlineData("{|SIE1007:catch (PreconditionFailedException)|} { return; }")]
    [InlineData("{|SIE1007:catch (PreconditionFailedException)|} { logger.LogWarning(\"Conflict\"); }")]
    [InlineData("{|SIE1007:catch (PreconditionFailedException)|} { Console.WriteLine(\"Conflict\"); return; }")]
    [InlineData("{|SIE1007:catch (SieSmartException exception) when (exception.ResponseStatusCode == 412)|} { }")]
    [InlineData("{|SIE1007:catch (ApiException exception) when (exception.ResponseStatusCode is 412)|} { }")]
    [InlineData("{|SIE1007:catch (ApiException exception) when (exception is PreconditionFailedException)|} { }")]
    [InlineData("{|SIE1007:catch (ApiException exception) when (exception is { ResponseStatusCode: 412 })|} { }")]
    public Task Reports_a_handler_that_does_nothing(string handler) => Consumer.ExpectInMethodAsync($$"""
        try
        {
            await client.Proposals[id].Customer.PutAsync(new Customer { AdditionalData = new Dictionary<string, object>() }, etag);
        }
        {{handler}}
        """);

    [Theory]
    [InlineData("catch (PreconditionFailedException) { throw; }")]
    [InlineData("catch (PreconditionFailedException exception) { throw new InvalidOperationException(\"Conflict\", exception); }")]
    [InlineData("catch (PreconditionFailedException exception) { logger.LogWarning(exception, \"Conflict\"); }")]
    [InlineData("catch (PreconditionFailedException) { (_, etag) = await client.Proposals[id].GetAsync(); }")]
    [InlineData("catch (PreconditionFailedException) { customer = new Customer(); }")]
    [InlineData("catch (PreconditionFailedException) { Tell(); } void Tell() { }")]
    [InlineData("catch (NotSupportedException) { }")]
    [InlineData("catch (SieSmartException exception) when (exception.ResponseStatusCode == 404) { }")]
    [InlineData("catch (PreconditionFailedException) { } var (proposal, version) = await client.Proposals[id].GetAsync();")]
    public Task Accepts_a_handler_that_does_something(string handler) => Consumer.ExpectInMethodAsync($$"""
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
        }
        {{handler}}
        """);

    [Theory]
    [InlineData("""
        while (true)
        {
            var (_, version) = await client.Proposals[id].GetAsync();
            try
            {
                await client.Proposals[id].Customer.PutAsync(customer, version);
                return;
            }
            catch (PreconditionFailedException)
            {
                // The next round reads again.
            }
        }
        """)]
    [InlineData("""
        var isSaved = false;
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            isSaved = true;
        }
        catch (PreconditionFailedException)
        {
        }

        Console.WriteLine(isSaved);
        """)]
    [InlineData("""
        try
        {
            await client.Proposals[id].Customer.PutAsync(customer, etag);
            return;
        }
        catch (PreconditionFailedException)
        {
        }

        Console.WriteLine("Somebody else was faster");
        """)]
    [InlineData("""
        try
        {
            await client.Proposals[id].GetAsync();
        }
        catch (PreconditionFailedException)
        {
        }
        """)]
    public Task Accepts_a_handler_after_which_the_outcome_is_known(string statements) => Consumer.ExpectInMethodAsync(statements);
}
