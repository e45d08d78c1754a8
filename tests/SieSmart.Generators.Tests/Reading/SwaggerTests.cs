using Microsoft.CodeAnalysis;
using Parity.Tests.Shape;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Reading;

/// <summary>
/// Where Swagger 2.0 is read better than by Kiota, and what is said of what can't be read. All else is compared with Kiota's client, in
/// Parity.Tests (rule-swagger-20).
/// </summary>
public sealed class SwaggerTests
{
    [Theory]
    [InlineData("", "/x?ids=1,2")]
    [InlineData(", collectionFormat: csv", "/x?ids=1,2")]
    [InlineData(", collectionFormat: multi", "/x?ids=1&ids=2")]
    public void Joins_a_list_as_its_format_says(string format, string url) => Assert.Equal(url, GeneratedRequest.UrlOf(
        Document($$"""
            paths:
              /x:
                get:
                  parameters: [ { name: ids, in: query, type: array, items: { type: string }{{format}} } ]
                  responses: { '204': { description: ok } }
            """),
        """client.X.ToGetRequestInformation(it => { it.QueryParameters.Ids = new[] { "1", "2" }; })"""));

    [Fact]
    public void Sends_a_body_that_is_declared_for_all_operations_of_a_path() => Assert.Contains(
        "method Api.X.XRequestBuilder.PostAsync(Api.Models.Thing, Action<RequestConfiguration<DefaultQueryParameters>>?, CancellationToken) : Task",
        ShapeOf("""
            paths:
              /x:
                parameters: [ { name: thing, in: body, schema: { $ref: '#/definitions/Thing' } } ]
                post: { responses: { '204': { description: ok } } }
            definitions:
              Thing: { type: object, properties: { id: { type: string } } }
            """));

    [Fact]
    public void Takes_what_an_operation_says_of_its_body_before_what_its_path_says() => Assert.Contains(
        "method Api.X.XRequestBuilder.PostAsync(Api.Models.Other, Action<RequestConfiguration<DefaultQueryParameters>>?, CancellationToken) : Task",
        ShapeOf("""
            paths:
              /x:
                parameters: [ { name: thing, in: body, schema: { $ref: '#/definitions/Thing' } } ]
                post: { parameters: [ { name: other, in: body, schema: { $ref: '#/definitions/Other' } } ], responses: { '204': { description: ok } } }
            definitions:
              Thing: { type: object, properties: { id: { type: string } } }
              Other: { type: object, properties: { id: { type: string } } }
            """));

    [Fact]
    public void Reports_a_reference_to_nowhere_at_its_line()
    {
        var fault = Assert.Single(Run("""
            paths:
              /x:
                get:
                  responses:
                    '200': { description: ok, schema: { $ref: '#/definitions/Lost' } }
            """).Diagnostics, diagnostic => diagnostic.Id == "SIE2002");

        Assert.Equal(7, fault.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("#/definitions/Lost", fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host: api.example.test\nschemes: [ http, https, ws ]\nbasePath: /v2", "https://api.example.test/v2")]
    [InlineData("host: api.example.test\nschemes: [ http ]", "http://api.example.test")]
    [InlineData("host: api.example.test\nbasePath: /", "https://api.example.test")]
    [InlineData("host: api.example.test\nbasePath: v2", "https://api.example.test/v2")]
    public void Makes_an_address_of_host_path_and_schemes(string parts, string address)
    {
        var run = GeneratorRun.WithoutRuntime(
            TargetPlatform.Net100,
            new OpenApiDocument("/consumer/api.yaml", $"swagger: '2.0'\ninfo: {{ title: Api, version: '1' }}\n{parts}\npaths: {{}}\n").With("Namespace", "Api").With("Preconditions", "None"));

        Assert.Contains($"RequestAdapter.BaseUrl = \"{address}\"", string.Concat(run.Sources.Values), StringComparison.Ordinal);
    }

    private static IReadOnlySet<string> ShapeOf(string parts)
    {
        var run = Run(parts);

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(run.Compile());
        return ShapeListing.Of(run.Compilation);
    }

    private static GeneratorRun Run(string parts) =>
        GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document(parts).With("Namespace", "Api").With("Preconditions", "None"));

    private static OpenApiDocument Document(string parts) =>
        new("/consumer/api.yaml", $"swagger: '2.0'\ninfo: {{ title: Api, version: '1' }}\nhost: api.example\n{parts}\n");
}
