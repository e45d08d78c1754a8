using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SieSmart.Pipeline.Tests.Support;
using SieSmart.Runtime.Tests.Support;
using TestSupport;
using TestSupport.Markdown;

namespace SieSmart.Pipeline.Tests.Pages;

/// <summary>What docs/your-own-api.md shows is what runs.</summary>
public sealed class YourOwnApiPageTests
{
    private static readonly MarkdownPage Page = new("docs/your-own-api.md");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_document_is_the_one_that_these_tests_call() =>
        Assert.Equal(RepositoryFiles.Read("tests/SieSmart.Pipeline.Tests/Orders/orders.yaml"), Block("yaml", 0));

    [Fact]
    public async Task The_program_writes_with_a_token_and_an_etag_and_tells_a_conflict()
    {
        await using var api = await OrdersApi.StartAsync();
        api.Answer = http => http.Request.Headers.IfMatch == "\"v1\""
            ? StubServer.AnswerAsync(http, 200, OrdersApi.Order, headers: [("ETag", "\"v2\"")])
            : StubServer.AnswerAsync(http, StatusCodes.Status412PreconditionFailed);
        var settings = Path.Combine(Directory.CreateTempSubdirectory("siesmart-page-").FullName, "appsettings.json");
        await File.WriteAllTextAsync(settings, Block("json", 0), Token);
        await using var program = await PageProgram.StartAsync(
            Block("csharp", 0),
            "--contentRoot", Path.GetDirectoryName(settings)!,
            $"--Orders:BaseAddress={api.BaseAddress}",
            $"--Orders:Authentication:ClientCredentials:TokenEndpoint={api.TokenEndpoint}",
            $"--Orders:Authentication:ClientCredentials:ClientSecret={OrdersApi.ClientSecret}");
        using var http = new HttpClient { BaseAddress = program.Address };

        using var written = await http.PostAsync(new Uri("/orders/42/label?label=Paper&version=%22v1%22", UriKind.Relative), content: null, Token);
        using var refused = await http.PostAsync(new Uri("/orders/42/label?label=Paper&version=%22v0%22", UriKind.Relative), content: null, Token);

        Assert.Equal("\"\\\"v2\\\"\"", await written.Content.ReadAsStringAsync(Token));
        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("client_id=warehouse", Assert.Single(api.TokenRequests).Body, StringComparison.Ordinal);
        Assert.All(api.Requests, request => Assert.Equal(["Bearer token-1"], request.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_program_is_told_from_hosts_that_other_tests_build_beside_it()
    {
        await using var api = await OrdersApi.StartAsync();
        var building = true;
        var others = Task.Run(async () =>
        {
            while (Volatile.Read(ref building))
            {
                await using var other = await StubServer.StartAsync(StatusCodes.Status418ImATeapot);
            }
        }, Token);
        try
        {
            await using var program = await PageProgram.StartAsync(
                Block("csharp", 0),
                $"--Orders:BaseAddress={api.BaseAddress}",
                "--Orders:Authentication:AllowAnonymous=true");
            using var http = new HttpClient { BaseAddress = program.Address };

            using var written = await http.PostAsync(new Uri("/orders/42/label?label=Paper&version=%22v1%22", UriKind.Relative), content: null, Token);

            Assert.Equal(System.Net.HttpStatusCode.OK, written.StatusCode);
        }
        finally
        {
            Volatile.Write(ref building, false);
            await others;
        }
    }

    [Fact]
    public void The_program_has_no_more_than_thirty_lines() => Assert.InRange(Block("csharp", 0).Split('\n').Length, 1, 30);

    [Fact]
    public void The_line_without_dependency_injection_compiles() =>
        Assert.Empty(PageProgram.Compile($"using Orders; using SieSmart.Pipeline; using System; using System.Threading.Tasks;\n{Block("csharp", 1)}").Complaints);

    [Fact]
    public void The_options_are_all_with_their_defaults()
    {
        var defaults = new OpenApiClientOptions();
        var text = RepositoryFiles.Read(Page.Path);
        var real = typeof(OpenApiClientOptions).GetProperties().Select(property => $"{property.Name}: {Show(property.GetValue(defaults))}");
        var listed = Regex.Matches(text[text.IndexOf("## Options", StringComparison.Ordinal)..], @"^\| `(?<name>\w+)` \| `?(?<value>[^`|]*?)`? \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(row => $"{row.Groups["name"].Value}: {row.Groups["value"].Value}");

        Assert.Equal(real.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static string? Show(object? value) => value switch
    {
        null or AuthenticationOptions or ICollection { Count: 0 } => "none",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Block(string language, int index) => Page.Blocks(language)[index] + "\n";
}
