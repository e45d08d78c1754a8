using System.Diagnostics;
using System.Text;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests;

/// <summary>The analyzers run while somebody types.</summary>
public sealed class PerformanceTests
{
    [Fact]
    public async Task Follows_hundreds_of_writes_in_one_method_within_seconds()
    {
        var statements = new StringBuilder("foreach (var asset in assets)\n{\n    try\n    {\n");
        for (var i = 0; i < 100; i++)
        {
            statements.Append(null, $$"""
                if (assets.Count > {{i}})
                {
                    (_, etag) = await client.Proposals[id].Customer.PutAsync(customer, etag, cancellationToken: cancellationToken);
                }

                var read{{i}} = await client.Proposals[id].GetAsync(cancellationToken: cancellationToken);
                etag = read{{i}}.ETag;

                """);
        }

        statements.Append("}\ncatch (PreconditionFailedException conflict)\n{\n    Console.WriteLine(conflict);\n}\n}\n");
        var watch = Stopwatch.StartNew();

        await Consumer.ExpectInMethodAsync(statements.ToString());

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }
}
