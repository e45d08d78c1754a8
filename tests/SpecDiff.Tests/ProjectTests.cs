using SpecDiff.Tests.Cases;
using SpecDiff.Tests.Support;

namespace SpecDiff.Tests;

/// <summary>Projects whose items say what their clients are like.</summary>
public sealed class ProjectTests : IDisposable
{
    private const string Unguarded = "PUT /orders/{id}";

    // Nothing that is built: no SDK is loaded, and MSBuild answers in a second.
    private const string Project =
        """
        <Project>
          <PropertyGroup>
            <Guards>All</Guards>
          </PropertyGroup>
          <ItemGroup>
            <OpenApiClient Include="new.yaml" ClientName="OrdersClient" Namespace="Orders" PreconditionRule="$(Guards)" PreconditionExempt="POST /orders;POST /orders/{id}/notes" />
          </ItemGroup>
        </Project>
        """;

    private static readonly string Old = ChangeCase.Orders.Replace(" x-if-match: none\n", " x-note: exempt elsewhere\n", StringComparison.Ordinal);

    private readonly DocumentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Says_what_the_client_is_like()
    {
        var old = _folder.Write("old.yaml", Old);
        _folder.Write("new.yaml", Old.Replace("      parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]\n", "", StringComparison.Ordinal));
        var project = _folder.Write("Orders.csproj", Project);

        var asTheProjectSays = DocumentFolder.Run(old, "--project", project, "--format", "json");
        var otherwise = DocumentFolder.Run(old, "--project", project, "--format", "json", "--precondition-exempt", Unguarded);

        Assert.Equal("", asTheProjectSays.Errors + otherwise.Errors);
        Assert.Equal(["dangerous wire guard-undeclared @ PUT /orders/{id}"], DocumentFolder.Rows(asTheProjectSays.Output));
        Assert.Empty(DocumentFolder.Rows(otherwise.Output));
    }

    [Fact]
    public void Is_asked_which_of_its_clients_is_meant()
    {
        var old = _folder.Write("old.yaml", Old);
        _folder.Write("new.yaml", Old);
        _folder.Write("other.yaml", Old.Replace("title: Orders", "title: Others", StringComparison.Ordinal));
        var project = _folder.Write("Two.csproj", Project.Replace("  </ItemGroup>", "    <OpenApiClient Include=\"other.yaml\" ClientName=\"OthersClient\" />\n  </ItemGroup>", StringComparison.Ordinal));

        var unclear = DocumentFolder.Run(old, "--project", project);
        var named = DocumentFolder.Run(old, "--project", project, "--client-name", "OthersClient");

        Assert.Equal((2, ""), (unclear.ExitCode, unclear.Output));
        Assert.Contains("--client-name: OrdersClient, OthersClient.", unclear.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (named.ExitCode, named.Errors));
        Assert.StartsWith("Others 1\n", named.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Project />", "has no OpenApiClient item")]
    [InlineData("<Project>", "MSBuild can't read")]
    public void Is_refused_where_it_says_nothing(string text, string reason)
    {
        var old = _folder.Write("old.yaml", Old);

        var result = DocumentFolder.Run(old, old, "--project", _folder.Write("None.csproj", text));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_overlays_that_change_both_documents()
    {
        const string Overlay =
            """
            overlay: 1.0.0
            info: { title: Ours, version: '1' }
            actions:
              - target: $.paths['/orders'].get
                update: { parameters: [ { name: page, in: query, schema: { type: string } } ] }
            """;
        var old = _folder.Write("old.yaml", Old);
        _folder.Write("orders.overlay.yaml", Overlay);
        _folder.Write("new.yaml", Old.Replace("  /orders:\n", "  /orders:\n    get:\n      responses: { '200': { description: all } }\n", StringComparison.Ordinal));
        var project = _folder.Write("Orders.csproj", Project.Replace("ClientName=", "Overlay=\"orders.overlay.yaml\" ClientName=", StringComparison.Ordinal));

        var result = DocumentFolder.Run(old, "--project", project, "--format", "json");

        Assert.Equal("", result.Errors);
        Assert.Contains("OrdersRequestBuilderGetQueryParameters", result.Output, StringComparison.Ordinal);
    }
}
