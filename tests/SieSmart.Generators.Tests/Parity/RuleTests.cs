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

    [Fact]
    public void Names_the_unnamed_error_of_a_shared_response_beside_the_components()
    {
        var lines = Lines("""
              /things:
                get:
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
                    '404': { $ref: '#/components/responses/Failed' }
            """);

        Assert.Contains("error Api.Things.ThingsRequestBuilder.GetAsync 404 -> Api.Models.Things404Error", lines);
        Assert.Contains("type Api.Models.Things404Error_inner class : IAdditionalDataHolder, IParsable", lines);
    }

    [Fact]
    public void Names_an_unnamed_error_after_the_component_that_success_gives() =>
        Assert.Contains("error Api.Things.ThingsRequestBuilder.GetAsync 404 -> Api.Things.Order404Error", Lines("""
              /things:
                get:
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
                    '404': { description: none, content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } } }
            """));

    [Fact]
    public void Names_the_unnamed_items_of_a_named_list_after_the_list() =>
        Assert.Contains("send Api.Things.ThingsRequestBuilder.GetAsync = ToGetRequestInformation by SendCollectionAsync<Api.Models.Lines>", Lines("""
              /things:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Lines' } } } } } }
            """));

    [Theory]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/State' } ], default: open }", "string?")]
    [InlineData("{ anyOf: [ { type: integer }, { type: string } ] }", "int?")]
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
    public void Path_parameters_have_types_that_fit_into_a_url(string schema, string type) =>
        Assert.Contains($"indexer Api.Things.ThingsRequestBuilder[{type}] : Api.Things.Item.WithKeyItemRequestBuilder", Lines($$"""
              /things/{key}:
                get:
                  parameters: [ { name: Key, in: path, required: true, schema: {{schema}} } ]
                  responses: { '204': { description: ok } }
            """));

    [Fact]
    public void The_content_type_of_a_body_is_the_last_of_the_best() =>
        Assert.Contains("content Api.Things.ThingsRequestBuilder.ToPatchRequestInformation = application/json-patch+json by SetContentFromParsable", Lines("""
              /things:
                patch:
                  requestBody:
                    content:
                      application/*+json: { schema: { $ref: '#/components/schemas/Order' } }
                      application/json: { schema: { $ref: '#/components/schemas/Order' } }
                      application/json-patch+json: { schema: { $ref: '#/components/schemas/Order' } }
                      text/json: { schema: { $ref: '#/components/schemas/Order' } }
                  responses: { '204': { description: ok } }
            """));

    [Fact]
    public void Accepted_media_types_are_those_of_the_same_schema_in_alphabetical_order() =>
        Assert.Contains("accept Api.Things.ThingsRequestBuilder.ToGetRequestInformation = application/json;charset=utf-8, application/vnd.a+json, text/plain;q=0.9", Lines("""
              /things:
                get:
                  responses:
                    '200':
                      description: ok
                      content:
                        text/plain: { schema: { $ref: '#/components/schemas/Order' } }
                        application/vnd.a+json: { schema: { $ref: '#/components/schemas/Order' } }
                        application/json; charset=utf-8: { schema: { $ref: '#/components/schemas/Order' } }
                        application/problem+json: { schema: { type: object } }
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
    public void Properties_have_the_types_of_their_schemas(string schema, string type) =>
        Assert.Contains($"prop Api.Models.Holder.Value : {type}? {{get;set;}}", LinesOfProperty(schema));

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
    public void A_union_knows_its_members_by_what_their_base_calls_them()
    {
        var lines = LinesOfProperty("{ oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ] }");

        Assert.Contains("discriminator Api.Models.Holder.Holder_value = \"kind\"", lines);
        Assert.Contains("discriminator Api.Models.Holder.Holder_value \"cat\" -> Api.Models.Cat", lines);
        Assert.Contains("discriminator Api.Models.Holder.Holder_value \"dog\" -> Api.Models.Dog", lines);
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

    private static HashSet<string> LinesOfProperty(string schema) => Lines(
        """
          /holders:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Holder' } } } } } }
        """,
        $"    Holder: {{ type: object, properties: {{ value: {schema} }} }}\n");

    private static HashSet<string> Lines(string paths, string schemas = "") => ApiSurface.Of(paths, Components + "\n" + schemas);
}
