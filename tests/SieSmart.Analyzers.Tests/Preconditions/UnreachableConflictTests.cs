using System.Globalization;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Preconditions;

/// <summary>SIE1009: a handler for a conflict that comes as another type.</summary>
public sealed class UnreachableConflictTests
{
    [Theory]
    [InlineData("{|SIE1009:catch (Error error) when (error.ResponseStatusCode == 412)|} { logger.LogWarning(error, \"Conflict\"); }")]
    [InlineData("{|SIE1009:catch (Error error) when (error.ResponseStatusCode is 412)|} { throw new InvalidOperationException(\"Conflict\", error); }")]
    [InlineData("{|SIE1009:catch (Error error) when (error is { ResponseStatusCode: 412 })|} { throw; }")]
    public async Task Reports_a_handler_of_the_error_model(string handler)
    {
        var diagnostic = Assert.Single(await Consumer.ExpectInMethodAsync($$"""
            try
            {
                await client.Proposals[id].Customer.PutAsync(customer, etag);
            }
            {{handler}}
            """));

        Assert.StartsWith(
            "'PutAsync' throws PreconditionFailedException for 412, which is no 'Error', so this handler never runs.",
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, etag);", "catch (ApiException error) when (error.ResponseStatusCode == 412) { throw; }")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, etag);", "catch (SieSmartException error) when (error.ResponseStatusCode == 412) { throw; }")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, etag);", "catch (Error error) when (error.ResponseStatusCode == 404) { throw; }")]
    [InlineData("await client.Proposals[id].Customer.PutAsync(customer, etag);", "catch (Refusal error) when (error.ResponseStatusCode == 412) { throw; }")]
    [InlineData("await client.Proposals[id].GetAsync();", "catch (Error error) when (error.ResponseStatusCode == 412) { throw; }")]
    [InlineData("await shop.Orders[id].PutAsync(order, etag);", "catch (Error error) when (error.ResponseStatusCode == 412) { throw; }")]
    [InlineData("await shop.Orders.PostAsync(order); await client.Proposals[id].Customer.PutAsync(customer, etag);", "catch (Error error) when (error.ResponseStatusCode == 412) { throw; }")]
    public Task Says_nothing_where_the_handler_can_run(string call, string handler) => Consumer.ExpectAsync(Consumer.Method($$"""
        try
        {
            {{call}}
        }
        {{handler}}
        """) + "\nclass Refusal : ApiException { }\n");
}
