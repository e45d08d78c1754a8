using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>Each row of docs/kiota-parity.md on where the client differs because Kiota's own would not compile or would lose something.</summary>
public sealed class DeviationTests
{
    private const string Ok = "{ responses: { '204': { description: ok } } }";

    [Theory]
    [InlineData("/x/{base}..{class}", "method Api.X.XRequestBuilder.WithBaseWithClass(string, string) : Api.X.WithBaseWithClass.WithBaseWithClassRequestBuilder")]
    [InlineData("/{id}", "indexer Api.ApiClient[string] : Api.Item.WithIdItemRequestBuilder")]
    [InlineData("/equals/{getHashCode}/toString", "prop Api.ApiClient.Equals : Api.Equals.EqualsRequestBuilder {get;}")]
    public void Paths_that_break_the_official_output(string path, string line) =>
        Assert.Contains(line, ApiSurface.Of($"  {path}:\n    get: {Ok}", ""));

    [Fact]
    public void Paths_that_differ_by_case_only() =>
        Assert.Contains(
            "prop Api.ApiClient.Orders2 : Api.Orders.OrdersRequestBuilder2 {get;}",
            ApiSurface.Of($"  /orders:\n    get: {Ok}\n  /Orders:\n    get: {Ok}", ""));

    [Fact]
    public void Query_parameters_that_break_the_official_output()
    {
        var lines = ApiSurface.Of("""
              /x:
                get:
                  parameters: [ { name: 2fast, in: query, schema: { type: string } }, { name: a.b, in: query, schema: { type: string } }, { name: a-b, in: query, schema: { type: string } } ]
                  responses: { '204': { description: ok } }
            """, "");

        Assert.Contains("query Api.X.XRequestBuilder.XRequestBuilderGetQueryParameters.Twofast : string? = \"2fast\"", lines);
        Assert.Contains("query Api.X.XRequestBuilder.XRequestBuilderGetQueryParameters.AB : string? = \"a%2Eb\"", lines);
        Assert.Contains("query Api.X.XRequestBuilder.XRequestBuilderGetQueryParameters.AB2 : string? = \"a%2Db\"", lines);
    }

    [Theory]
    [InlineData("'€': { type: string }", "prop Api.Models.Thing.Symbol20AC : string? {get;set;}")]
    [InlineData("'': { type: string }, a: { type: string }", "prop Api.Models.Thing.A : string? {get;set;}")]
    [InlineData("getHashCode: { type: string }", "prop Api.Models.Thing.GetHashCode : string? {get;set;}")]
    [InlineData("level: { type: string, enum: [low, null] }", "enum Api.Models.Thing_level.Low = \"low\"")]
    [InlineData("at: { type: string, format: time }, time: { $ref: '#/components/schemas/Time' }", "prop Api.Models.Thing.At : Time? {get;set;}")]
    [InlineData("a: { $ref: '#/components/schemas/IParsable' }", "prop Api.Models.Thing.A : Api.Models.IParsableObject? {get;set;}")]
    [InlineData("a: { oneOf: [ { allOf: [ { $ref: '#/components/schemas/Time' }, { type: object, properties: { b: { type: string } } } ] }, { type: string } ] }", "prop Api.Models.Thing.Thing_a.ThingAMember1 : Api.Models.Thing_aMember1? {get;set;}")]
    [InlineData("a: { oneOf: [ { $ref: '#/components/schemas/Time' }, { $ref: '#/components/schemas/IParsable' } ], discriminator: { propertyName: k, mapping: { one: '#/components/schemas/Time', uno: '#/components/schemas/Time' } } }", "discriminator Api.Models.Thing.Thing_a \"uno\" -> Api.Models.Time")]
    public void Schemas_that_break_the_official_output(string properties, string line)
    {
        var lines = ApiSurface.Of(
            "  /x:\n    get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }",
            $$"""
            components:
              schemas:
                Time: { type: object, properties: { x: { type: string } } }
                IParsable: { type: object, properties: { y: { type: string } } }
                Thing: { type: object, properties: { {{properties}} } }
            """);

        Assert.Contains(line, lines);
        Assert.DoesNotContain(lines, fact => fact.Contains("\"null\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_unnamed_schemas_of_one_name_are_two_types()
    {
        var lines = ApiSurface.Of("""
              /lines:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object, properties: { a: { type: string } } } } } } } } }
                post:
                  requestBody: { content: { application/json: { schema: { type: array, items: { type: object, properties: { b: { type: string } } } } } } }
                  responses: { '204': { description: ok } }
            """, "");

        Assert.Contains("prop Api.Lines.Lines.A : string? {get;set;}", lines);
        Assert.Contains("prop Api.Lines.Lines2.B : string? {get;set;}", lines);
    }

    [Fact]
    public void A_document_of_bytes_stays_one_where_errors_are_text() =>
        Assert.Contains("send Api.X.XRequestBuilder.GetAsync = ToGetRequestInformation by SendPrimitiveAsync<Stream>", ApiSurface.Of("""
              /x:
                get:
                  responses:
                    '200': { description: ok, content: { application/pdf: {} } }
                    '400': { description: bad, content: { text/plain: {} } }
            """, ""));

    [Fact]
    public void An_older_name_that_another_type_has_is_left_to_it()
    {
        var document = new OpenApiDocument("/consumer/older.yaml", """
            openapi: 3.0.3
            info: { title: Older, version: '1' }
            paths:
              /x:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/ThingGetResponse' } } } } } }
                put: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/ThingResponse' } } } } } }
            components:
              schemas:
                ThingGetResponse: { type: object, properties: { a: { type: string } } }
                ThingResponse: { type: object, properties: { b: { type: string } } }
            """).With("Namespace", "Api").With("Preconditions", "None").With("BackwardCompatible", "true");
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, document);
        var builder = run.Sources["ApiClient.Api.X.XRequestBuilder.g.cs"];

        Assert.Empty(run.Compile());
        Assert.Contains("GetAsThingGetResponseAsync(", builder, StringComparison.Ordinal);
        Assert.DoesNotContain(" GetAsync(", builder, StringComparison.Ordinal);
    }
}
