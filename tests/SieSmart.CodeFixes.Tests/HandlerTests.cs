using SieSmart.CodeFixes.Tests.Consuming;
using static SieSmart.CodeFixes.Tests.Consuming.ConsumerSource;

namespace SieSmart.CodeFixes.Tests;

/// <summary>Handlers catch what they are meant for, and nothing else (SIE1008, SIE1009).</summary>
public sealed class HandlerTests
{
    private const string Retry = "while (true)\n        {\n            try\n            {\n                await client.Deals.PostAsync(new Deal());\n                break;\n            }\n            ";

    private const string Attempt = "try\n        {\n            await client.Deals[id].Customer.PutAsync(customer, etag);\n        }\n        ";

    [Theory]
    [InlineData(
        "catch (Exception exception) // whatever it was\n            {\n                Console.WriteLine(exception.Message);\n            }\n        }",
        "catch (Exception exception) when (exception is not OutcomeUnknownException) // whatever it was\n            {\n                Console.WriteLine(exception.Message);\n            }\n        }")]
    [InlineData(
        "catch (Exception)\n            {\n                // Again\n            }\n        }",
        "catch (Exception exception) when (exception is not OutcomeUnknownException)\n            {\n                // Again\n            }\n        }")]
    [InlineData(
        "catch // all\n            {\n            }\n        }",
        "catch (Exception exception) when (exception is not OutcomeUnknownException) // all\n            {\n            }\n        }")]
    [InlineData(
        "catch (SieSmartException error) when (id < 3)\n            {\n                Console.WriteLine(error.TraceId);\n            }\n        }",
        "catch (SieSmartException error) when (id < 3 && error is not OutcomeUnknownException)\n            {\n                Console.WriteLine(error.TraceId);\n            }\n        }")]
    public async Task Lets_unknown_outcomes_pass(string before, string after)
    {
        var project = ConsumerProject.Of(Apis.Required, WithVersion(Retry + before));
        Assert.Equal(["Let unknown outcomes pass"], await project.OfferedAsync("SIE1008"));

        await AssertAsync(await project.FixAsync("SIE1008"), WithVersion(Retry + after));
    }

    [Theory]
    [InlineData(Retry + "catch (OutcomeUnknownException)\n            {\n            }\n        }")]
    [InlineData("try { await client.Deals.PostAsync(new Deal()); } catch (OutcomeUnknownException) { await client.Deals.PostAsync(new Deal()); }")]
    public async Task Offers_nothing_for_a_handler_of_unknown_outcomes_alone(string statements) =>
        Assert.Empty(await ConsumerProject.Of(Apis.Required, WithVersion(statements)).OfferedAsync("SIE1008"));

    [Theory]
    [InlineData(
        "catch (Problem problem) when (problem.ResponseStatusCode == 412) // somebody else was faster\n        {\n            Console.WriteLine(problem.Message);\n            throw;\n        }",
        "catch (PreconditionFailedException problem) // somebody else was faster\n        {\n            Console.WriteLine(problem.Message);\n            throw;\n        }")]
    [InlineData(
        "catch (Problem problem)\n            when (problem.ResponseStatusCode is 412)\n        {\n            Console.WriteLine(problem.Title);\n            throw;\n        }",
        "catch (PreconditionFailedException problem)\n        {\n            Console.WriteLine((problem.Error as Problem)?.Title);\n            throw;\n        }")]
    public async Task Catches_a_conflict_as_what_it_is_thrown_as(string before, string after)
    {
        var project = ConsumerProject.Of(Apis.Required, WithVersion(Attempt + before));
        Assert.Equal(["Catch PreconditionFailedException"], await project.OfferedAsync("SIE1009"));

        await AssertAsync(await project.FixAsync("SIE1009"), WithVersion(Attempt + after));
    }

    [Fact]
    public async Task Imports_what_it_names()
    {
        const string Before = "using Api;\nusing Api.Models;\n\npublic static class Consumer\n{\n    public static async System.Threading.Tasks.Task Run(Client client, SieSmart.Runtime.ETag etag)\n    {\n        try\n        {\n            await client.Deals[1].Customer.PutAsync(new Customer(), etag);\n        }\n        catch (Problem problem) when (problem.ResponseStatusCode == 412)\n        {\n            throw new System.InvalidOperationException(\"Conflict\", problem);\n        }\n    }\n}\n";

        await AssertAsync(
            await ConsumerProject.Of(Apis.Required, Before).FixAsync("SIE1009"),
            Before.Replace("using Api.Models;\n", "using Api.Models;\nusing SieSmart.Runtime;\n", StringComparison.Ordinal)
                .Replace("catch (Problem problem) when (problem.ResponseStatusCode == 412)", "catch (PreconditionFailedException problem)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offers_nothing_that_would_not_compile() =>
        Assert.Empty(await ConsumerProject.Of(
            Apis.Required,
            WithVersion(Attempt + "catch (Problem problem) when (problem.ResponseStatusCode == 412)\n        {\n            problem.Title = null;\n        }")).OfferedAsync("SIE1009"));

    [Theory]
    [InlineData("SIE1008", Retry + "catch (Exception)\n            {\n            }\n        }", "catch (Exception)", "catch (Exception exception) when (exception is not OutcomeUnknownException)")]
    [InlineData("SIE1009", Attempt + "catch (Problem problem) when (problem.ResponseStatusCode == 412)\n        {\n            throw new InvalidOperationException(\"Conflict\", problem);\n        }", "catch (Problem problem) when (problem.ResponseStatusCode == 412)", "catch (PreconditionFailedException problem)")]
    public async Task Fixes_all_at_once(string rule, string statements, string before, string after)
    {
        var twice = WithVersion($"{statements}\n\n        {statements.Replace("[id]", "[7]", StringComparison.Ordinal)}");
        var project = ConsumerProject.Of(Apis.Required, twice);
        Assert.Equal(2, (await project.FindAsync(rule)).Count);

        await AssertAsync((await project.FixAllAsync(rule))!, twice.Replace(before, after, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Offers_nothing_for_a_function_that_is_called_twice() =>
        Assert.Empty(await ConsumerProject.Of(
            Apis.Required,
            WithVersion("await Save(); await Save(); async Task Save() => await client.Deals[id].Customer.PutAsync(customer, etag);")).OfferedAsync("SIE1002"));

    [Theory]
    [InlineData(
        "await client.Deals[id].Customer.PutAsync(customer, etag); if (id > 1) { (_, etag) = await client.Deals[id].GetAsync(); } await client.Deals[id].DeleteAsync(etag);",
        "(_, etag) = await client.Deals[id].Customer.PutAsync(customer, etag); if (id > 1) { (_, etag) = await client.Deals[id].GetAsync(); } await client.Deals[id].DeleteAsync(etag);")]
    [InlineData(
        "try { await client.Deals[id].Customer.PutAsync(customer, etag); } catch (PreconditionFailedException) { (_, etag) = await client.Deals[id].GetAsync(); } await client.Deals[id].DeleteAsync(etag);",
        "try { (_, etag) = await client.Deals[id].Customer.PutAsync(customer, etag); } catch (PreconditionFailedException) { (_, etag) = await client.Deals[id].GetAsync(); } await client.Deals[id].DeleteAsync(etag);")]
    [InlineData(
        "while (id-- > 0) { await client.Deals[1].Customer.PutAsync(customer, etag); }",
        "while (id-- > 0) { (_, etag) = await client.Deals[1].Customer.PutAsync(customer, etag); }")]
    public async Task Takes_the_version_where_one_of_the_ways_has_made_it_stale(string before, string after) =>
        await AssertAsync(await ConsumerProject.Of(Apis.Required, WithVersion(before)).FixAsync("SIE1002"), WithVersion(after));

    private static async Task AssertAsync(ConsumerProject project, string expected)
    {
        Assert.Equal(expected, await project.TextAsync());
        Assert.Empty(await project.CompileAsync());
        Assert.Empty(await project.FindAsync("SIE1001", "SIE1002", "SIE1008", "SIE1009"));
    }
}
