using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>What Kiota makes of forms that the thirteen documents don't have, and what is done where its output would be broken.</summary>
public sealed class RuleTests
{
    private const string Components = """
        components:
          responses:
            Failed: { description: bad, content: { application/json: { schema: { type: object, properties: { inner: { type: object, properties: { code: { type: integer } } } } } } } }
          schemas:
            State: { type: string, enum: [open, closed] }
            Order: { type: object, properties: { id: { type: string } } }
            Same: { $ref: '#/components/schemas/Order' }
            Lines: { type: array, items: { type: object, properties: { sku: { type: string } } } }
            Animal: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }
            Cat: { allOf: [ { $ref: '#/components/schemas/Animal' }, { type: object, properties: { indoor: { type: boolean } } } ] }
            Dog: { allOf: [ { $ref: '#/components/schemas/Animal' }, { type: object, properties: { tricks: { type: string } } } ] }
        """;

    [Theory]
    [InlineData("/chat.postMessage", "type Api.ChatPostMessage.ChatPostMessageRequestBuilder class : BaseRequestBuilder")]
    [InlineData("/chat.postMessage", "type Api.ChatPostMessage.PostMessagePostRequestBody class : IAdditionalDataHolder, IParsable")]
    [InlineData("/v1.0/things", "type Api.V10.Things.ThingsPostRequestBody class : IAdditionalDataHolder, IParsable")]
    [InlineData("/data.json", "type Api.DataJson.DataPostRequestBody class : IAdditionalDataHolder, IParsable")]
    [InlineData("/tenants/{tenantId}/{id}", "type Api.Tenants.Item.Item.TenantIdItemRequestBuilder class : BaseRequestBuilder")]
    [InlineData("/things/{id}.csv", "type Api.Things.Item.WithIdPostRequestBody class : IAdditionalDataHolder, IParsable")]
    [InlineData("/roles(ids=@ids)", "prop Api.ApiClient.RolesWithIds : Api.RolesWithIds.RolesWithIdsRequestBuilder {get;}")]
    [InlineData("/a+b", "prop Api.ApiClient.A_plus_b : Api.A_plus_b.A_plus_bRequestBuilder {get;}")]
    [InlineData("/ITEM", "type Api.Item_Escaped.Item_EscapedRequestBuilder class : BaseRequestBuilder")]
    public void Names_builders_and_bodies_after_segments(string path, string line) =>
        Assert.Contains(line, Lines($$"""
              {{path}}:
                post:
                  requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
                  responses: { '204': { description: ok } }
            """));

    [Theory]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/State' } ], default: open }", "Api.Models.State?")]
    [InlineData("{ type: array, items: { allOf: [ { $ref: '#/components/schemas/State' } ] } }", "Api.Models.State[]?")]
    [InlineData("{ anyOf: [ { type: integer }, { type: string } ] }", "string?")]
    [InlineData("{ anyOf: [ { type: integer, format: int64 }, { type: string } ] }", "int?")]
    [InlineData("{ type: string, format: DATE-TIME }", "DateTimeOffset?")]
    [InlineData("{ format: int64 }", "long?")]
    [InlineData("{ type: integer, format: float }", "int?")]
    [InlineData("{ anyOf: [ { $ref: '#/components/schemas/State' }, { type: string } ] }", "string?")]
    [InlineData("{ type: array, items: {} }", "string?")]
    [InlineData("{ type: array }", "string?")]
    [InlineData("{ type: array, items: { type: object } }", "string[]?")]
    [InlineData("{ type: array, items: { type: number, format: float } }", "float?[]?")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/State' } }", "Api.Models.State[]?")]
    public void Query_parameters_have_types_that_fit_into_a_url(string schema, string type) =>
        Assert.Contains($"query Api.Things.ThingsRequestBuilder.ThingsRequestBuilderGetQueryParameters.Value : {type} = \"value\"", Lines($$"""
              /things:
                get:
                  parameters: [ { name: value, in: query, schema: {{schema}} } ]
                  responses: { '204': { description: ok } }
            """));

    [Theory]
    [InlineData("{ type: number, format: float }", "float")]
    [InlineData("{ type: string, format: time }", "Time")]
    [InlineData("{ type: string, format: byte }", "string")]
    [InlineData("{ $ref: '#/components/schemas/State' }", "string")]
    [InlineData("{ type: array, items: { type: integer } }", "string")]
    [InlineData("{ oneOf: [ { type: integer }, { type: string } ] }", "string")]
    public void Path_parameters_have_types_that_fit_into_a_url(string schema, string type) =>
        Assert.Contains($"indexer Api.Things.ThingsRequestBuilder[{type}] : Api.Things.Item.WithKeyItemRequestBuilder", Lines($$"""
              /things/{key}:
                get:
                  parameters: [ { name: Key, in: path, required: true, schema: {{schema}} } ]
                  responses: { '204': { description: ok } }
            """));

    [Fact]
    public void Parts_of_a_multipart_body_have_types()
    {
        var lines = Lines("""
              /things:
                post:
                  requestBody:
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          properties:
                            file: { type: string, format: binary }
                            meta: { type: object, properties: { title: { type: string } } }
                            order: { $ref: '#/components/schemas/Order' }
                  responses: { '204': { description: ok } }
            """);

        Assert.Contains("method Api.Things.ThingsRequestBuilder.PostAsync(MultipartBody, Action<RequestConfiguration<DefaultQueryParameters>>?, CancellationToken) : Task", lines);
        Assert.Contains("prop Api.Things.ThingsPostRequestBody.Title : string? {get;set;}", lines);
        Assert.Contains("prop Api.Models.Order.Id : string? {get;set;}", lines);
    }

    [Theory]
    [InlineData("{ type: object, properties: { a: { type: string } }, anyOf: [ { required: [a] }, { required: [b] } ] }", "Api.Models.Holder_value")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/State' }, { type: object } ] }", "Api.Models.State")]
    [InlineData("{ type: object, allOf: [ { $ref: '#/components/schemas/Order' } ] }", "Api.Models.Holder_value")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Order' } ], description: words }", "Api.Models.Order")]
    [InlineData("{ additionalProperties: { type: string } }", "Api.Models.Holder_value")]
    [InlineData("{ additionalProperties: true }", "UntypedNode")]
    [InlineData("{ type: string, enum: [1, 2] }", "string")]
    [InlineData("{ type: string, enum: [1, b] }", "Api.Models.Holder_value")]
    [InlineData("{ type: string, default: 'null' }", "string")]
    [InlineData("{ type: string, allOf: [ { $ref: '#/components/schemas/State' } ] }", "string")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/State' }, { type: string, nullable: true } ] }", "Api.Models.State")]
    [InlineData("{ allOf: [ { type: string }, { anyOf: [ { enum: [a] }, { enum: [b] } ] } ] }", "string")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Order' }, { type: object } ] }", "Api.Models.Order")]
    [InlineData("{ $ref: '#/components/schemas/Same' }", "Api.Models.Same")]
    [InlineData("{ format: date-time }", "DateTimeOffset")]
    [InlineData("{ anyOf: [ { type: number, format: double }, { type: string }, { type: string, enum: [INF, NaN] } ] }", "double")]
    [InlineData("{ type: array, items: { type: array, items: { $ref: '#/components/schemas/Order' } } }", "UntypedNode")]
    public void Properties_have_the_types_of_their_schemas(string schema, string type) =>
        Assert.Contains($"prop Api.Models.Holder.Value : {type}? {{get;set;}}", LinesOfProperty(schema));

    [Theory]
    [InlineData("equals", "EqualsEscaped")]
    [InlineData("toString", "ToStringEscaped")]
    [InlineData("to_string", "ToString")]
    [InlineData("finalize", "Finalize")]
    [InlineData("additional_data", "AdditionalDataProperty")]
    [InlineData("HOLDER", "HOLDERProp")]
    [InlineData("right: { type: string }, Right", "HolderRight")]
    [InlineData("rightBranch: { type: string }, right_branch", "Right_branch")]
    public void Properties_have_names_that_hide_nothing(string name, string property) => Assert.Contains(
        $"prop Api.Models.Holder.{property} : string? {{get;set;}}",
        Lines(
            """
              /holders:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } } } }
            """,
            $"    Holder: {{ type: object, properties: {{ {name}: {{ type: string }} }} }}\n"));

    [Fact]
    public void An_error_derives_from_an_error()
    {
        var lines = Lines(
            """
              /things:
                get:
                  responses:
                    '204': { description: ok }
                    '400': { description: bad, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
                    '404': { description: none, content: { application/json: { schema: { $ref: '#/components/schemas/Missing' } } } }
            """,
            """
                Fault: { type: object, properties: { message: { type: string } } }
                Missing: { allOf: [ { $ref: '#/components/schemas/Fault' } ], properties: { what: { type: string }, source: { type: string } } }
            """);

        Assert.Contains("type Api.Models.Missing class : Api.Models.Fault, IParsable", lines);
        Assert.Contains("prop Api.Models.Missing.Source : string? {get;set;}", lines);
    }

    [Fact]
    public void Members_are_written_by_their_names_whatever_their_case()
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, new OpenApiDocument("/consumer/api.yaml", """
            openapi: 3.0.3
            info: { title: Api, version: '1' }
            paths:
              /a: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Bag' } } } }, responses: { '204': { description: ok } } } }
            components:
              schemas:
                Bag: { type: object, properties: { xz: { type: string }, ABd: { type: string }, a1: { type: string }, Abc: { type: string }, fa: { type: string }, xY: { type: string }, éa: { type: string }, x_y: { type: string }, ea: { type: string } } }
            """).With("Namespace", "Api").With("Preconditions", "None"));

        Assert.Equal(
            ["a1", "Abc", "ABd", "ea", "éa", "fa", "x_y", "xY", "xz"],
            run.Sources["ApiClient.Api.Models.Bag.g.cs"].Split("WriteStringValue(\"").Skip(1).Select(call => call.Split('"')[0]));
    }

    [Fact]
    public void Enum_members_are_spelled_where_symbols_matter()
    {
        var lines = LinesOfProperty("{ type: string, enum: [name, '-name', c++, '(', '--'] }");

        Assert.Contains("enum Api.Models.Holder_value.Name = \"name\"", lines);
        Assert.Contains("enum Api.Models.Holder_value.Minus_name = \"-name\"", lines);
        Assert.Contains("enum Api.Models.Holder_value.C_plus__plus = \"c++\"", lines);
        Assert.Contains("enum Api.Models.Holder_value.LeftParenthesis = \"(\"", lines);
    }

    [Fact]
    public void A_parameter_and_the_same_with_a_file_name_extension_can_stand_side_by_side()
    {
        var lines = Lines("""
              /reports/{id}:
                get: { responses: { '204': { description: ok } } }
              /reports/{id}.csv:
                get: { responses: { '204': { description: ok } } }
            """);

        Assert.Contains("indexer Api.Reports.ReportsRequestBuilder[string] : Api.Reports.Item.ReportsItemRequestBuilder", lines);
        Assert.Contains("method Api.Reports.ReportsRequestBuilder.WithIdCsv(string) : Api.Reports.WithIdCsv.WithIdCsvRequestBuilder", lines);
    }

    [Theory]
    [InlineData("""
        /orders/a: { get: { responses: { '204': { description: ok } } } }
          /orders/A: { get: { responses: { '204': { description: ok } } } }
        """)]
    [InlineData("""
        /x/{base}..{class}: { get: { responses: { '204': { description: ok } } } }
        """)]
    [InlineData("""
        /equals/{getHashCode}/toString: { get: { responses: { '204': { description: ok } } } }
          /request-adapter/path-parameters/url-template: { get: { responses: { '204': { description: ok } } } }
        """)]
    [InlineData("""
        /x: { get: { parameters: [ { name: 2fast, in: query, schema: { type: string } }, { name: get-type, in: query, schema: { type: string } }, { name: a.b, in: query, schema: { type: string } }, { name: a-b, in: query, schema: { type: string } }, { name: größe, in: query, schema: { type: string } } ], responses: { '204': { description: ok } } } }
        """)]
    public void Names_that_break_the_official_output_compile_here(string paths) => Lines("  " + paths);

    private static IReadOnlySet<string> LinesOfProperty(string schema) => Lines(
        """
          /holders:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } } } }
        """,
        $"    Holder: {{ type: object, properties: {{ value: {schema} }} }}\n");

    private static IReadOnlySet<string> Lines(string paths, string schemas = "") => ApiSurface.Of(paths, Components + "\n" + schemas);
}
