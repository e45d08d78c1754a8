using EndToEnd.Tests.Compiling;
using TestSupport;
using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>What docs/migrating-from-kiota.md shows: code against the client that Kiota makes, and against ours.</summary>
public sealed class BeforeAndAfterTests
{
    private const string Page = "docs/migrating-from-kiota.md";

    public static TheoryData<string> Sections =>
    [
        .. RepositoryFiles.Read(Page).Split("\n## ")[1..]
            .Where(section => section.Contains("```csharp", StringComparison.Ordinal))
            .Select(section => section.Split('\n')[0]),
    ];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Compiles(string section)
    {
        var blocks = new MarkdownPage(Page).Section(section).Blocks("csharp");

        Assert.Equal(2, blocks.Count);
        Assert.Equal("", string.Join('\n', CSharpSnippet.Compile(Program(blocks[0], "OrdersOfKiota"))));
        Assert.Equal("", string.Join('\n', CSharpSnippet.Compile(Program(blocks[1], "Orders"))));
    }

    private static string Program(string block, string clientNamespace)
    {
        var client = block.Contains("client.", StringComparison.Ordinal) ? "OrdersClient client = null!;" : "";
        var version = block.Contains("(version)", StringComparison.Ordinal) || block.Contains("\"If-Match\", version", StringComparison.Ordinal) ? "var version = \"v1\";" : "";
        var tokens = block.Contains("(tokens)", StringComparison.Ordinal) ? "IAccessTokenProvider tokens = null!;" : "";
        return $$"""
            using Microsoft.Kiota.Abstractions;
            using Microsoft.Kiota.Abstractions.Authentication;
            using Microsoft.Kiota.Abstractions.Serialization;
            using Microsoft.Kiota.Http.HttpClientLibrary;
            using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;
            using NSubstitute;
            using {{clientNamespace}};
            using {{clientNamespace}}.Models;
            using SieSmart.Pipeline;
            using SieSmart.Runtime;
            using SieSmart.Testing;

            await Task.Yield();
            {{client}}{{version}}{{tokens}}
            {{block}}
            """;
    }
}
