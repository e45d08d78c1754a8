using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Reading;

/// <summary>A vendor's document is corrected by overlays, without an edit.</summary>
public sealed class OverlayTests
{
    private const string Vendor = """
        openapi: 3.0.3
        info: { title: Things, version: '1' }
        servers: [ { url: https://api.example } ]
        paths:
          /things:
            get:
              operationId: list
              parameters:
                - { name: page, in: query, schema: { type: integer } }
                - { name: api_key, in: query, schema: { type: string } }
              responses: { '204': { description: ok } }
            post:
              operationId: create
              deprecated: true
              responses: { '204': { description: ok } }
          /internal:
            get: { responses: { '204': { description: ok } } }
        components:
          schemas:
            Thing: { type: object, properties: { id: { type: string }, size: { type: integer } } }
        """;

    [Theory]
    [InlineData("$.paths['/internal']")]
    [InlineData("$['paths']['/internal']")]
    [InlineData("$.paths[\"/internal\"]")]
    [InlineData("$..['/internal']")]
    public void Removes_what_a_target_names(string target) => Assert.DoesNotContain("Api.Internal", Namespaces(Action(target, "remove: true")));

    [Theory]
    [InlineData("$.paths.*.get.parameters[?(@.name == 'api_key')]", "ApiKey")]
    [InlineData("$.paths['/things'].get.parameters[?@.name=='api_key' && @.in=='query']", "ApiKey")]
    [InlineData("$..parameters[?(@.name=='api_key' || @.name=='token')]", "ApiKey")]
    [InlineData("$.paths['/things'].get.parameters[1]", "ApiKey")]
    [InlineData("$.paths['/things'].get.parameters[-1]", "ApiKey")]
    [InlineData("$.paths['/things'].get.parameters[1:]", "ApiKey")]
    [InlineData("$.paths['/things'].get.parameters[?@.schema.type == 'integer']", "Page")]
    [InlineData("$.paths['/things'].get.parameters[?!(@.name == 'api_key')]", "Page")]
    public void Finds_parameters_by_what_they_say(string target, string property)
    {
        var text = string.Concat(Run(Action(target, "remove: true")).Sources.Values);

        Assert.DoesNotContain($" {property} {{ get; set; }}", text, StringComparison.Ordinal);
        Assert.Contains($" {(property == "Page" ? "ApiKey" : "Page")} {{ get; set; }}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_every_operation_that_has_a_member() =>
        Assert.DoesNotContain("PostAsync", string.Concat(Run(Action("$.paths[*][?@.deprecated == true]", "remove: true")).Sources.Values), StringComparison.Ordinal);

    [Fact]
    public void Merges_an_update_key_by_key() => Assert.Contains(
        "Color",
        string.Concat(Run(
            Action("$.components.schemas.Thing", "update: { properties: { color: { type: string } } }")
            + Action("$.paths['/things'].get.responses", "update: { '200': { description: all, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }")).Sources.Values),
        StringComparison.Ordinal);

    [Fact]
    public void Adds_to_a_list_what_an_update_of_it_says() => Assert.Equal("/things?cursor=c&page=3", GeneratedRequest.UrlOf(
        [Document, Overlay(Action("$.paths['/things'].get.parameters", "update: { name: cursor, in: query, schema: { type: string } }"))],
        """client.Things.ToGetRequestInformation(it => { it.QueryParameters.Page = 3; it.QueryParameters.Cursor = "c"; })"""));

    [Fact]
    public void Does_each_action_on_what_the_one_before_it_left() => Assert.Contains(
        "Second",
        string.Concat(Run(
            Action("$.paths['/things']", "update: { put: { responses: { '204': { description: ok } } } }")
            + Action("$.paths['/things'].put", "update: { description: Second }")).Sources.Values),
        StringComparison.Ordinal);

    [Fact]
    public void Says_at_its_line_which_action_matches_nothing()
    {
        var fault = Assert.Single(Run(Action("$.paths['/internal']", "remove: true") + Action("$.paths['/lost']", "remove: true")).Diagnostics, diagnostic => diagnostic.Id == "SIE2024");

        Assert.EndsWith("things.overlay.yaml", fault.Location.GetLineSpan().Path, StringComparison.Ordinal);
        Assert.Equal(6, fault.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("'$.paths['/lost']' matches nothing", Message(fault), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paths", "at character 1 stands 'p', and '$' is expected")]
    [InlineData("$.paths[", "at character 9 stands nothing")]
    [InlineData("$.paths[?(@.x = 1)]", "at character 15 stands '='")]
    [InlineData("$.", "a name or '*' is expected")]
    public void Says_where_a_target_is_no_query(string target, string message) =>
        Assert.Contains(message, Message(Assert.Single(Run(Action(target, "remove: true")).Diagnostics, diagnostic => diagnostic.Id == "SIE2024")), StringComparison.Ordinal);

    [Theory]
    [InlineData("overlay: 2.0.0\nactions: []\n", "no 'overlay: 1.")]
    [InlineData("overlay: 1.0.0\n", "no list of 'actions'")]
    [InlineData("[ 1 ]\n", "no 'overlay: 1.")]
    public void Says_what_is_no_overlay(string text, string message)
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document, Overlay("") with { Text = text });

        Assert.Contains(message, Message(Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "SIE2023")), StringComparison.Ordinal);
        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void Says_which_overlay_is_missing() => Assert.Contains(
        "no such file",
        Message(Assert.Single(GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document).Diagnostics, diagnostic => diagnostic.Id == "SIE2023")),
        StringComparison.Ordinal);

    [Fact]
    public void Applies_several_overlays_in_their_order()
    {
        var second = Overlay(Action("$.paths['/things'].put", "update: { description: Second }")).At("/consumer/second.yaml");
        var document = Document.With("Overlay", "things.overlay.yaml|second.yaml");

        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, document, Overlay(Action("$.paths['/things']", "update: { put: { responses: { '204': { description: ok } } } }")), second);

        Assert.Empty(run.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Contains("Second", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Corrects_a_document_of_Swagger_by_what_stands_in_it() => Assert.Contains(
        "https://eu.api.example/v2",
        string.Concat(GeneratorRun.WithoutRuntime(
            TargetPlatform.Net100,
            Document with { Text = "swagger: '2.0'\ninfo: { title: Old, version: '1' }\nhost: api.example\npaths: { /things: { get: { responses: { '204': { description: ok } } } } }\n" },
            Overlay(Action("$", "update: { host: eu.api.example, basePath: /v2 }"))).Sources.Values),
        StringComparison.Ordinal);

    [Fact]
    public void Generates_anew_when_an_overlay_changes()
    {
        var overlay = Overlay(Action("$.paths['/internal']", "remove: true"));
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document, overlay);

        var after = run.After(overlay with { Text = Overlay(Action("$.paths['/things']", "remove: true")).Text });

        Assert.DoesNotContain("namespace Api.Internal", string.Concat(run.Sources.Values), StringComparison.Ordinal);
        Assert.Contains("namespace Api.Internal", string.Concat(after.Sources.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("namespace Api.Things", string.Concat(after.Sources.Values), StringComparison.Ordinal);
    }

    private static OpenApiDocument Document { get; } = new OpenApiDocument("/consumer/things.yaml", Vendor)
        .With("Namespace", "Api").With("Preconditions", "None").With("ProjectFolder", "/consumer").With("Overlay", "things.overlay.yaml");

    private static OpenApiDocument Overlay(string actions) =>
        new OpenApiDocument("/consumer/things.overlay.yaml", "overlay: 1.0.0\ninfo: { title: Corrections, version: '1' }\nactions:\n" + actions).With("SourceItemGroup", "OpenApiOverlay");

    private static string Action(string target, string what) => $"  - target: >-\n      {target}\n    {what}\n";

    private static GeneratorRun Run(string actions) => GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document, Overlay(actions));

    private static IEnumerable<string> Namespaces(string actions) =>
        Run(actions).Sources.Values.SelectMany(text => text.Split('\n')).Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)).Select(line => line["namespace ".Length..].TrimEnd(';'));

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
