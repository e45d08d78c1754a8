using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Requests;

/// <summary>Query parameters are spelled as their styles say, and where that is not possible the document's line is told.</summary>
public sealed class QueryStyleTests
{
    [Theory]
    [InlineData("style: pipeDelimited", "string", "new[] { \"a\", \"b c\" }", "a%7Cb%20c")]
    [InlineData("style: pipeDelimited, explode: false", "string", "new[] { \"a\", \"b\" }", "a%7Cb")]
    [InlineData("style: spaceDelimited, explode: false", "integer", "new int?[] { 1, -2 }", "1%20-2")]
    [InlineData("style: pipeDelimited, required: true", "string", "new[] { \"a\", \"b\" }", "a%7Cb")]
    [InlineData("style: pipeDelimited", "boolean", "new bool?[] { true, false }", "true%7Cfalse")]
    [InlineData("style: pipeDelimited", "number", "new double?[] { 1.5, -2 }", "1.5%7C-2")]
    [InlineData("style: pipeDelimited", "string, format: date", "new Microsoft.Kiota.Abstractions.Date?[] { new(2026, 1, 2), new(2026, 1, 3) }", "2026-01-02%7C2026-01-03")]
    [InlineData("style: pipeDelimited", "string, format: duration", "new System.TimeSpan?[] { System.TimeSpan.FromMinutes(90), System.TimeSpan.FromDays(2) }", "PT1H30M%7CP2D")]
    [InlineData("style: pipeDelimited", "string, enum: [ by-name, by-size ]", "new[] { (Api.X.GetTagsQueryParameterType)1, (Api.X.GetTagsQueryParameterType)0 }", "by-size%7Cby-name")]
    [InlineData("explode: false", "string", "new[] { \"a,b\", \"c\" }", "a%2Cb,c")]
    public void A_list_is_joined_as_its_style_says(string style, string items, string value, string sent) => Assert.Equal(
        "/x?tags=" + sent,
        UrlOf($"{{ name: tags, in: query, {style}, schema: {{ type: array, items: {{ type: {items} }} }} }}", $"it.QueryParameters.Tags = {value}"));

    [Fact]
    public void A_list_that_explodes_is_repeated_whatever_its_style() => Assert.Equal(
        "/x?tags=a&tags=b",
        UrlOf("{ name: tags, in: query, style: pipeDelimited, explode: true, schema: { type: array, items: { type: string } } }", "it.QueryParameters.Tags = new[] { \"a\", \"b\" }"));

    [Fact]
    public void An_item_that_looks_like_two_is_refused() => Assert.Contains(
        "query parameter Tags",
        Assert.Throws<ArgumentException>(() => UrlOf(
            "{ name: tags, in: query, style: pipeDelimited, schema: { type: array, items: { type: string } } }", "it.QueryParameters.Tags = new[] { \"a|b\", \"c\" }")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("style: deepObject", "?page%5Bnumber%5D=1&page%5Bsize%5D=5")]
    [InlineData("style: deepObject, explode: true, required: true", "?page%5Bnumber%5D=1&page%5Bsize%5D=5")]
    [InlineData("style: form", "?number=1&size=5")]
    [InlineData("explode: true", "?number=1&size=5")]
    public void The_members_of_an_object_are_sent_one_by_one(string style, string sent) => Assert.Equal(
        "/x" + sent,
        UrlOf(
            $"{{ name: page, in: query, {style}, schema: {{ type: object, properties: {{ number: {{ type: integer }}, size: {{ type: integer }} }} }} }}",
            "{ it.QueryParameters.PageNumber = 1; it.QueryParameters.PageSize = 5; }"));

    [Fact]
    public void What_Kiota_has_for_an_object_is_marked_and_its_members_are_not()
    {
        const string parameter = "{ name: page, in: query, style: deepObject, schema: { type: object, properties: { number: { type: integer } } } }";
        const string caller = "public static class Caller { public static void Call(Api.X.XRequestBuilder.XRequestBuilderGetQueryParameters query) => query.";
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document(parameter).With("Namespace", "Api"));

        Assert.DoesNotContain(run.Compile(caller + "PageNumber = 1; }"), diagnostic => diagnostic.Id == "CS0618");
        Assert.Contains("PageNumber", Assert.Single(run.Compile(caller + "Page = \"1\"; }"), diagnostic => diagnostic.Id == "CS0618").GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_members_that_an_object_takes_over_are_sent_too() => Assert.Equal(
        "/x?when%5Bgte%5D=2026-01-02&when%5Bin%5D=P1D",
        UrlOf(
            """{ name: when, in: query, style: deepObject, schema: { anyOf: [ { type: integer }, { allOf: [ { type: object, properties: { gte: { type: string, format: date } } }, { properties: { in: { type: string, format: duration } } } ] } ] } }""",
            "{ it.QueryParameters.WhenGte = new Microsoft.Kiota.Abstractions.Date(2026, 1, 2); it.QueryParameters.WhenIn = System.TimeSpan.FromDays(1); }"));

    [Fact]
    public void An_object_beside_a_scalar_leaves_the_scalar_as_it_is() => Assert.Equal(
        "/x?when=7",
        UrlOf("{ name: when, in: query, style: deepObject, schema: { anyOf: [ { type: integer }, { type: object, properties: { gte: { type: integer } } } ] } }", "it.QueryParameters.When = 7"));

    [Theory]
    [InlineData("filter", "style: deepObject, schema: { type: object, additionalProperties: { type: string } }", "members the document doesn't list")]
    [InlineData("filter", "schema: { type: object }", "members the document doesn't list")]
    [InlineData("point", "explode: false, schema: { type: object, properties: { x: { type: integer } } }", "explode: false")]
    [InlineData("point", "style: pipeDelimited, schema: { type: object, properties: { x: { type: integer } } }", "style: pipeDelimited")]
    [InlineData("page", "style: deepObject, schema: { type: object, properties: { at: { type: object, properties: { x: { type: integer } } } } }", "'at'")]
    [InlineData("page", "style: deepObject, schema: { type: object, properties: { at: { type: array, items: { type: integer } } } }", "'at'")]
    [InlineData("ids", "style: deepObject, explode: true, schema: { type: array, items: { type: string } }", "style: deepObject")]
    [InlineData("ids", "schema: { type: array, items: { type: object, properties: { x: { type: integer } } } }", "list of objects")]
    [InlineData("q", "style: pipe, schema: { type: array, items: { type: string } }", "style: pipe")]
    [InlineData("q", "allowReserved: true, schema: { type: string }", "allowReserved")]
    [InlineData("q", "allowReserved: true, required: true, schema: { type: array, items: { type: string } }", "allowReserved")]
    public void What_can_not_be_sent_as_the_document_says_is_told_at_the_line(string name, string said, string word)
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document($"{{ name: {name}, in: query, {said} }}"));

        var warning = Assert.Single(run.Diagnostics);
        Assert.Equal("SIE2007", warning.Id);
        Assert.Equal(5, warning.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains($"'{name}'", warning.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(word, warning.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("matrix")]
    [InlineData("label")]
    public void A_style_of_a_path_that_is_not_carried_is_told_at_the_line(string style)
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, new OpenApiDocument(
            "/consumer/api.yaml",
            $"openapi: 3.0.3\ninfo: {{ title: Api, version: '1' }}\npaths:\n  /x/{{id}}:\n    get:\n      parameters: [ {{ name: id, in: path, required: true, style: {style}, schema: {{ type: string }} }} ]\n      responses: {{ '204': {{ description: ok }} }}\n").With("Preconditions", "None"));

        var warning = Assert.Single(run.Diagnostics);
        Assert.Equal(("SIE2007", 5), (warning.Id, warning.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Theory]
    [InlineData("style: deepObject, schema: { type: object, properties: { x: { type: integer } } }")]
    [InlineData("content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } }")]
    [InlineData("schema: { type: array, items: { type: string } }")]
    [InlineData("allowReserved: true, schema: { type: integer }")]
    [InlineData("schema: {}")]
    public void What_is_carried_is_no_fault(string said) =>
        Assert.Empty(GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document($"{{ name: q, in: query, {said} }}")).Diagnostics);

    [Fact]
    public void Reserved_characters_stay_where_they_may_and_separators_do_not_part_a_value() => Assert.Equal(
        "/x?q=a/b:c?%26d%3D=%23%2B%25%20e&r=a%2Fb".Replace("%3D", "=", StringComparison.Ordinal),
        UrlOf(
            "{ name: q, in: query, required: true, allowReserved: true, schema: { type: string } }, { name: r, in: query, required: true, schema: { type: string } }",
            "{ it.QueryParameters.Q = \"a/b:c?&d==#+% e\"; it.QueryParameters.R = \"a/b\"; }"));

    [Fact]
    public void Operations_of_one_path_each_send_a_parameter_in_their_own_form()
    {
        const string paths = """
              /x:
                get:
                  parameters: [ { name: q, in: query, required: true, allowReserved: true, schema: { type: string } }, { name: l, in: query, explode: false, schema: { type: array, items: { type: string } } } ]
                  responses: { '204': { description: ok } }
                put:
                  parameters: [ { name: q, in: query, required: true, schema: { type: string } }, { name: l, in: query, schema: { type: array, items: { type: string } } } ]
                  responses: { '204': { description: ok } }
            """;

        Assert.Equal("/x?q=a/b&l=1,2", GeneratedRequest.UrlOf(paths, "client.X.ToGetRequestInformation(it => { it.QueryParameters.Q = \"a/b\"; it.QueryParameters.L = new[] { \"1\", \"2\" }; })"));
        Assert.Equal("/x?q=a%2Fb&l=1&l=2", GeneratedRequest.UrlOf(paths, "client.X.ToPutRequestInformation(it => { it.QueryParameters.Q = \"a/b\"; it.QueryParameters.L = new[] { \"1\", \"2\" }; })"));
    }

    [Theory]
    [InlineData("it.QueryParameters.SortAsGetSortQueryParameterType = new[] { (Api.X.GetSortQueryParameterType)1, (Api.X.GetSortQueryParameterType)0 }")]
    [InlineData("it.QueryParameters.Sort = new[] { \"by-size\", \"by-name\" }")]
    public void Older_callers_join_a_list_with_its_text_as_well(string set) => Assert.Equal("/x?sort=by-size%7Cby-name", GeneratedRequest.UrlOf(
        "  /x:\n    get:\n      parameters: [ { name: sort, in: query, style: pipeDelimited, schema: { type: array, items: { type: string, enum: [ by-name, by-size ] } } } ]\n      responses: { '204': { description: ok } }",
        $"client.X.ToGetRequestInformation(it => {set})",
        isBackwardCompatible: true));

    [Fact]
    public void An_enum_keeps_its_reserved_characters() => Assert.Equal("/x?sort=a/b", UrlOf(
        "{ name: sort, in: query, required: true, allowReserved: true, schema: { type: string, enum: [ a/b, c ] } }", "it.QueryParameters.Sort = (Api.X.GetSortQueryParameterType)0"));

    [Fact]
    public void A_list_of_values_of_any_type_compiles_for_each_framework()
    {
        string[] types = ["string", "boolean", "integer", "integer, format: int64", "number", "number, format: float", "number, format: decimal", "string, format: date", "string, format: time", "string, format: date-time", "string, format: duration", "string, format: uuid", "string, enum: [ a, b ]"];
        var parameters = string.Join(", ", types.Select((type, index) => $"{{ name: q{index}, in: query, style: pipeDelimited, schema: {{ type: array, items: {{ type: {type} }} }} }}"));

        Assert.All(TargetPlatform.All, target => Assert.Empty(GeneratorRun.WithoutRuntime(target, Document(parameters)).Compile()));
    }

    private static OpenApiDocument Document(string parameters) => new OpenApiDocument(
        "/consumer/api.yaml",
        $"openapi: 3.0.3\ninfo: {{ title: Api, version: '1' }}\npaths:\n  /x:\n    get:\n      parameters: [ {parameters} ]\n      responses: {{ '204': {{ description: ok }} }}\n").With("Preconditions", "None");

    private static string UrlOf(string parameters, string set) => GeneratedRequest.UrlOf(
        $"  /x:\n    get:\n      parameters: [ {parameters} ]\n      responses: {{ '204': {{ description: ok }} }}", $"client.X.ToGetRequestInformation(it => {set})");
}
