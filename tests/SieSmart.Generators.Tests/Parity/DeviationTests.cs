using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Parity;

/// <summary>Each row of docs/kiota-parity.md on where the client differs because Kiota's own would not compile or would lose something.</summary>
public sealed class DeviationTests
{
    private const string Ok = "{ responses: { '204': { description: ok } } }";

    [Theory]
    [InlineData("/x/{base}..{class}", "method Api.X.XRequestBuilder.WithBaseWithClass(string, string) : Api.X.WithBaseWithClass.WithBaseWithClassRequestBuilder")]
    [InlineData("/{id}", "indexer Api.ApiClient[string] : Api.Item.WithIdItemRequestBuilder")]
    [InlineData("/pathParameters", "prop Api.ApiClient.PathParametersProp : Api.PathParameters.PathParametersRequestBuilder {get;}")]
    [InlineData("/x/run(id={id})", "method Api.X.XRequestBuilder.RunWithId(string) : Api.X.RunWithId.RunWithIdRequestBuilder")]
    [InlineData("/x/run(id={id})/y/z", "method Api.X.XRequestBuilder.RunWithId(string) : Api.X.RunWithId.RunWithIdRequestBuilder")]
    public void Paths_that_break_the_official_output(string path, string line) =>
        Assert.Contains(line, ApiSurface.Of($"  {path}:\n    get: {Ok}", ""));

    [Fact]
    public void Paths_that_differ_by_case_only() =>
        Assert.Contains(
            "prop Api.ApiClient.Orders2 : Api.Orders.OrdersRequestBuilder2 {get;}",
            ApiSurface.Of($"  /orders:\n    get: {Ok}\n  /Orders:\n    get: {Ok}", ""));

    [Theory]
    [InlineData("2fast", "Twofast : string? = \"2fast\"")]
    [InlineData("ü", "Ü : string? = \"%C3%BC\"")]
    [InlineData("__", "UnderscoreUnderscore : string? = \"__\"")]
    [InlineData("getType", "GetType : string? = \"getType\"")]
    public void Query_parameters_that_break_the_official_output(string name, string line) =>
        Assert.Contains("query Api.X.XRequestBuilder.XRequestBuilderGetQueryParameters." + line, ApiSurface.Of($$"""
              /x:
                get:
                  parameters: [ { name: {{name}}, in: query, schema: { type: string } } ]
                  responses: { '204': { description: ok } }
            """, ""));

    [Theory]
    [InlineData("{ name: Sort, in: query, schema: { type: string } }, { name: sort, in: query, schema: { type: string } }", "Sort = \"1\"; it.QueryParameters.Sort0 = \"2\"", "/x?Sort=1&%73ort=2")]
    [InlineData("{ name: format.json, in: query, schema: { type: string } }", "FormatJson = \"1\"", "/x?format%2Ejson=1")]
    [InlineData("{ name: a&b, in: query, required: true, schema: { type: string } }", "Ab = \"1\"", "/x?a%26b=1")]
    [InlineData("{ name: a+b, in: query, required: true, schema: { type: string } }", "Ab = \"1\"", "/x?a%2Bb=1")]
    public void Query_parameters_that_are_lost_in_the_official_output(string parameters, string assignment, string url) =>
        Assert.Equal(url, GeneratedRequest.UrlOf(
            $$"""
              /x:
                get:
                  parameters: [ {{parameters}} ]
                  responses: { '204': { description: ok } }
            """,
            $"client.X.ToGetRequestInformation(it => {{ it.QueryParameters.{assignment}; }})"));

    [Theory]
    [InlineData(false, "Mode = Api.X.GetModeQueryParameterType.Fast", "/x?mode=fast")]
    [InlineData(true, "ModeAsGetModeQueryParameterType = Api.X.GetModeQueryParameterType.Fast", "/x?mode=fast")]
    [InlineData(true, "Mode = \"fast\"", "/x?mode=fast")]
    public void A_query_parameter_has_its_own_name_on_the_wire_whatever_it_is_called_in_code(bool isBackwardCompatible, string assignment, string url) =>
        Assert.Equal(url, GeneratedRequest.UrlOf(
            """
              /x:
                get:
                  parameters: [ { name: mode, in: query, schema: { type: string, enum: [fast] } } ]
                  responses: { '204': { description: ok } }
            """,
            $"client.X.ToGetRequestInformation(it => it.QueryParameters.{assignment})",
            isBackwardCompatible));

    [Theory]
    [InlineData("  /x/{id}:\n    get: { parameters: [ { name: id, in: query, schema: { type: string } } ], responses: { '204': { description: ok } } }", "client.X[\"a\"].ToGetRequestInformation(it => it.QueryParameters.Id = \"b\")", "/x/a?id=b")]
    [InlineData("  /x/{id}:\n    get: { parameters: [ { name: id, in: query, required: true, schema: { type: string } } ], responses: { '204': { description: ok } } }", "client.X[\"a\"].ToGetRequestInformation(it => it.QueryParameters.Id = \"b\")", "/x/a?id=b")]
    [InlineData("  /x/{id}/y:\n    get: { parameters: [ { name: id, in: query, schema: { type: string } } ], responses: { '204': { description: ok } } }", "client.X[\"a\"].Y.ToGetRequestInformation(it => it.QueryParameters.Id = \"b\")", "/x/a/y?id=b")]
    [InlineData("  /x/{id}/y/{id}:\n    get: { responses: { '204': { description: ok } } }", "client.X[\"a\"].Y[\"b\"].ToGetRequestInformation()", "/x/a/y/b")]
    [InlineData("  /x/{a}/{a}:\n    get: { responses: { '204': { description: ok } } }", "client.X[\"b\"][\"c\"].ToGetRequestInformation()", "/x/b/c")]
    [InlineData("  /x/{baseurl}:\n    get: { responses: { '204': { description: ok } } }", "client.X[\"a\"].ToGetRequestInformation()", "/x/a")]
    public void Parameters_of_one_name_are_all_sent(string paths, string call, string url) => Assert.Equal(url, GeneratedRequest.UrlOf(paths, call));

    [Fact]
    public void Only_some_operations_of_a_path_require_a_query_parameter()
    {
        const string Paths = """
              /x:
                parameters: [ { name: page, in: query, required: true, schema: { type: string } } ]
                get: { parameters: [ { name: page, in: query, schema: { type: integer } }, { name: q, in: query, required: true, schema: { type: string } } ], responses: { '204': { description: ok } } }
                put: { parameters: [ { name: q, in: query, schema: { type: string } } ], responses: { '204': { description: ok } } }
            """;

        Assert.Equal("/x?q=a", GeneratedRequest.UrlOf(Paths, "client.X.ToGetRequestInformation(it => it.QueryParameters.Q = \"a\")"));
        Assert.Equal("/x?q=a&page=3", GeneratedRequest.UrlOf(Paths, "client.X.ToGetRequestInformation(it => { it.QueryParameters.Q = \"a\"; it.QueryParameters.Page = 3; })"));
        Assert.Equal("/x?page=3&q=a", GeneratedRequest.UrlOf(Paths, "client.X.ToPutRequestInformation(it => { it.QueryParameters.Q = \"a\"; it.QueryParameters.Page = \"3\"; })"));
    }

    [Theory]
    [InlineData("parameters: [ { name: path, in: path, required: true, x-ms-reserved-parameter: true, schema: { type: string } } ]", "/files/a/b")]
    [InlineData("parameters: [ { name: path, in: path, required: true, schema: { type: string } } ]", "/files/a%2Fb")]
    public void A_reserved_path_parameter_of_an_operation_keeps_its_slashes(string parameters, string url) =>
        Assert.Equal(url, GeneratedRequest.UrlOf($"  /files/{{path}}:\n    get: {{ {parameters}, responses: {{ '204': {{ description: ok }} }} }}", "client.Files[\"a/b\"].ToGetRequestInformation()"));

    [Fact]
    public void Lists_in_a_method_s_path_parameters_are_separated_by_commas() =>
        Assert.Equal("/x/f(ids=1,2,names=a%2Cb,c)", GeneratedRequest.UrlOf(
            "  /x/f(ids={ids},names={names}):\n    get: { parameters: [ { name: ids, in: path, required: true, schema: { type: array, items: { type: integer } } }, { name: names, in: path, required: true, schema: { type: array, items: { type: string } } } ], responses: { '204': { description: ok } } }",
            "client.X.FWithIdsWithNames(new int?[] { 1, 2 }, new[] { \"a,b\", \"c\" }).ToGetRequestInformation()"));

    [Fact]
    public void A_body_of_any_media_type_of_a_kind_is_sent_with_the_one_it_has() =>
        Assert.Contains("params Api.X.XRequestBuilder.PostAsync = body, contentType, requestConfiguration?, cancellationToken?", ApiSurface.Of(
            "  /x:\n    post: { requestBody: { content: { 'image/*': {} } }, responses: { '204': { description: ok } } }", ""));

    [Theory]
    [InlineData("'€': { type: string }", "prop Api.Models.Thing.Symbol20AC : string? {get;set;}")]
    [InlineData("'': { type: string }, a: { type: string }", "prop Api.Models.Thing.A : string? {get;set;}")]
    [InlineData("getType: { type: string }", "prop Api.Models.Thing.GetType : string? {get;set;}")]
    [InlineData("to_string: { type: string }", "prop Api.Models.Thing.ToString : string? {get;set;}")]
    [InlineData("createFromDiscriminatorValue: { type: string }", "prop Api.Models.Thing.CreateFromDiscriminatorValueProperty : string? {get;set;}")]
    [InlineData("a: { allOf: [ { type: string }, { type: string, maxLength: 3 } ] }", "prop Api.Models.Thing.A : string? {get;set;}")]
    [InlineData("a: { allOf: [ { allOf: [ { properties: { b: { type: string } } }, { properties: { c: { type: string } } } ] } ] }", "prop Api.Models.Thing_a.C : string? {get;set;}")]
    [InlineData("a: { type: object, allOf: [ { properties: { b: { type: string } } } ] }", "prop Api.Models.Thing_a.B : string? {get;set;}")]
    [InlineData("a: { $ref: '#/components/schemas/OnePart' }", "prop Api.Models.OnePart.P : string? {get;set;}")]
    [InlineData("a: { type: array, items: { type: array, items: {} } }", "prop Api.Models.Thing.A : UntypedNode? {get;set;}")]
    [InlineData("a: { type: array, items: { items: { type: string } } }", "prop Api.Models.Thing.A : UntypedNode? {get;set;}")]
    [InlineData("a: { items: { type: string } }", "prop Api.Models.Thing.A : List<string>? {get;set;}")]
    [InlineData("a: { oneOf: [ { type: array, items: { type: array, items: { type: string } } }, { type: string } ] }", "prop Api.Models.Thing.Thing_a.UntypedNode : UntypedNode? {get;set;}")]
    [InlineData("a: { oneOf: [ { type: array, items: { type: object, properties: { q: { type: string } } } }, { type: string } ] }", "prop Api.Models.Thing_aMember1.Q : string? {get;set;}")]
    [InlineData("a: { oneOf: [ { oneOf: [ { type: string }, { type: integer } ] }, { type: boolean } ] }", "prop Api.Models.Thing.Thing_a.Integer : int? {get;set;}")]
    [InlineData("a: { type: string, format: duration, default: P1D }, b: { type: string, format: byte, default: AAEC }", "prop Api.Models.Thing.A : TimeSpan? {get;set;}")]
    [InlineData("level: { type: string, enum: [low, null] }", "enum Api.Models.Thing_level.Low = \"low\"")]
    [InlineData("at: { type: string, format: time }, time: { $ref: '#/components/schemas/Time' }", "prop Api.Models.Thing.At : Time? {get;set;}")]
    [InlineData("a: { $ref: '#/components/schemas/IParsable' }", "prop Api.Models.Thing.A : Api.Models.IParsable? {get;set;}")]
    [InlineData("a: { oneOf: [ { allOf: [ { $ref: '#/components/schemas/Time' }, { type: object, properties: { b: { type: string } } } ] }, { type: string } ] }", "prop Api.Models.Thing.Thing_a.ThingAMember1 : Api.Models.Thing_aMember1? {get;set;}")]
    public void Schemas_that_break_the_official_output(string properties, string line)
    {
        var lines = ApiSurface.Of(
            "  /x:\n    get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }",
            $$"""
            components:
              schemas:
                Time: { type: object, properties: { x: { type: string } } }
                IParsable: { type: object, properties: { y: { type: string } } }
                OnePart: { allOf: [ { properties: { p: { type: string } } } ] }
                Thing: { type: object, properties: { {{properties}} } }
            """);

        Assert.Contains(line, lines);
        Assert.DoesNotContain(lines, fact => fact.Contains("\"null\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ anyOf: [ { type: string }, { type: 'null' } ] }", "string?")]
    [InlineData("{ oneOf: [ { type: 'null' }, { type: integer, format: int64 } ] }", "long?")]
    [InlineData("{ anyOf: [ { type: string, enum: [p, q] }, { type: 'null' } ] }", "Api.Models.Thing_a?")]
    [InlineData("{ oneOf: [ { type: 'null' }, { $ref: '#/components/schemas/Tint' } ] }", "Api.Models.Tint?")]
    [InlineData("{ anyOf: [ { type: array, items: { $ref: '#/components/schemas/Tint' } }, { type: 'null' } ] }", "List<Api.Models.Tint?>?")]
    [InlineData("{ oneOf: [ { type: object, properties: { b: { type: string } } }, { type: 'null' } ] }", "Api.Models.Thing_a?")]
    [InlineData("{ oneOf: [ { type: 'null' }, { $ref: '#/components/schemas/Name' } ] }", "string?")]
    public void What_may_be_null_besides_has_the_type_of_what_it_is(string schema, string type) =>
        Assert.Contains($"prop Api.Models.Thing.A : {type} {{get;set;}}", ApiSurface.Of(
            "  /x:\n    get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }",
            $$"""
            components:
              schemas:
                Tint: { type: string, enum: [red, blue] }
                Name: { type: string }
                Thing: { type: object, properties: { a: {{schema}} } }
            """,
            "3.1.0"));

    [Fact]
    public void A_union_of_values_in_a_union_gives_its_members_to_the_outer_one()
    {
        var lines = ApiSurface.Of(
            "  /x:\n    get: { responses: { '200': { description: ok, content: { application/json: { schema: { oneOf: [ { $ref: '#/components/schemas/Key' }, { $ref: '#/components/schemas/Admin' } ] } } } } } }",
            """
            components:
              schemas:
                Key: { oneOf: [ { type: string }, { $ref: '#/components/schemas/ById' } ] }
                Admin: { type: object, properties: { admin: { type: string } } }
                ById: { type: object, properties: { id: { type: string } } }
            """);

        Assert.Contains("prop Api.X.XRequestBuilder.XGetResponse.String : string? {get;set;}", lines);
        Assert.Contains("prop Api.X.XRequestBuilder.XGetResponse.ById : Api.Models.ById? {get;set;}", lines);
        Assert.Contains("prop Api.X.XRequestBuilder.XGetResponse.Admin : Api.Models.Admin? {get;set;}", lines);
    }

    [Fact]
    public void An_error_with_a_base_that_is_none_keeps_all_properties()
    {
        var lines = ApiSurface.Of(
            "  /x:\n    get: { responses: { '204': { description: ok }, '400': { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Child' } } } } } }",
            """
            components:
              schemas:
                Base: { type: object, properties: { code: { type: integer }, message: { type: string }, source: { type: string } } }
                Child: { allOf: [ { $ref: '#/components/schemas/Base' } ], properties: { code: { type: integer }, extra: { type: string } } }
            """);

        Assert.Contains("type Api.Models.Child class : ApiException, IAdditionalDataHolder, IParsable", lines);
        Assert.Contains("prop Api.Models.Child.Code : int? {get;set;}", lines);
        Assert.Contains("prop Api.Models.Child.Source : string? {get;set;}", lines);
        Assert.Contains("prop Api.Models.Child.Extra : string? {get;set;}", lines);
    }

    [Fact]
    public void A_union_beside_components_that_its_name_begins_moves_into_their_namespace() =>
        Assert.Contains("prop Api.Models.Shape.Shape.Round : Api.Models.Shape.Round? {get;set;}", ApiSurface.Of(
            "  /x:\n    get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Badge' } } } } } }",
            """
            components:
              schemas:
                Badge: { type: object, properties: { colour: { $ref: '#/components/schemas/Badge.Colour' }, shape: { $ref: '#/components/schemas/Shape' } } }
                Badge.Colour: { type: object, properties: { rgb: { type: string } } }
                Shape: { oneOf: [ { $ref: '#/components/schemas/Shape.Round' }, { $ref: '#/components/schemas/Shape.Flat' } ] }
                Shape.Round: { type: object, properties: { radius: { type: integer } } }
                Shape.Flat: { type: object, properties: { width: { type: integer } } }
            """));

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
        Assert.Contains("method Api.X.XRequestBuilder.GetAsync(Action<RequestConfiguration<DefaultQueryParameters>>?, CancellationToken) : Task<Stream?>", ApiSurface.Of("""
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
