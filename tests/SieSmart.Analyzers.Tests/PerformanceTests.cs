using System.Text;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests;

/// <summary>The analyzers run while somebody types.</summary>
public sealed class PerformanceTests
{
    // It takes a second; what doubles with each branch would not end at all.
    private const int Hang = 600_000;

    [Fact(Timeout = Hang)]
    public async Task Follows_hundreds_of_writes_in_one_method()
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

        await Consumer.ExpectInMethodAsync(statements.ToString()).WaitAsync(TestContext.Current.CancellationToken);
    }
}
