using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Requests;

/// <summary>A body in parts takes parts, whatever its schema is made of: Kiota's writer of such bodies takes nothing else.</summary>
public sealed class MultipartTests
{
    private const string First = "{ type: object, properties: { first: { type: string, format: binary } } }";
    private const string Second = "{ type: object, properties: { second: { $ref: '#/components/schemas/Meta' } } }";

    [Theory]
    [InlineData(First, false)]
    [InlineData("{ allOf: [ " + First + ", " + Second + " ] }", true)]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Base' } ], type: object, properties: { first: { type: string, format: binary } } }", true)]
    [InlineData("{ allOf: [ { allOf: [ " + First + " ] }, { $ref: '#/components/schemas/Base' } ] }", true)]
    [InlineData("{ oneOf: [ " + First + ", " + Second + " ] }", true)]
    [InlineData("{ type: object }", false)]
    [InlineData("{ type: object, additionalProperties: { type: string, format: binary } }", false)]
    [InlineData("{ type: object, properties: { states: { type: array, items: { type: string, format: binary } } } }", false)]
    public void Takes_parts_and_has_the_types_of_those_that_are_objects(string schema, bool hasMeta)
    {
        var run = Run(schema, "multipart/form-data: { schema: ");

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compile());
        Assert.Contains("PostAsync(MultipartBody body,", run.Sources["ApiClient.ApiSdk.X.XRequestBuilder.g.cs"], StringComparison.Ordinal);
        Assert.Equal(hasMeta, run.Sources.ContainsKey("ApiClient.ApiSdk.Models.Meta.g.cs"));
        Assert.DoesNotContain(run.Sources.Keys, name => name.Contains("PostRequestBody", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("Multipart/Form-Data")]
    public void Takes_parts_however_its_media_type_is_written(string mediaType) =>
        Assert.Contains("PostAsync(MultipartBody body,", Run(First, $"'{mediaType}': {{ schema: ").Sources["ApiClient.ApiSdk.X.XRequestBuilder.g.cs"], StringComparison.Ordinal);

    [Fact]
    public void Takes_parts_where_a_later_media_type_has_another_schema() => Assert.Contains(
        "PostAsync(MultipartBody body,",
        Run("{ $ref: '#/components/schemas/Meta' }", "multipart/form-data: { schema: " + First + " }, application/json: { schema: ").Sources["ApiClient.ApiSdk.X.XRequestBuilder.g.cs"],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: array, items: { type: string } }", true)]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Meta' } }", true)]
    [InlineData("{ type: array, items: { type: string, format: binary } }", false)]
    [InlineData("{ type: array, items: { type: string, contentMediaType: application/octet-stream } }", false)]
    [InlineData("{ type: array, items: {} }", false)]
    [InlineData("{ type: string }", false)]
    public void Several_parts_of_one_name_that_are_no_files_are_told_at_their_line(string part, bool isTold)
    {
        var run = Run($"{{ type: object, properties: {{ file: {{ type: string, format: binary }},\n  tags: {part} }} }}", "multipart/form-data: { schema: ");

        Assert.Equal(isTold ? ["SIE2007"] : [], run.Diagnostics.Select(fault => fault.Id));
        Assert.All(run.Diagnostics, fault => Assert.Equal(7, fault.Location.GetLineSpan().StartLinePosition.Line));
        Assert.All(run.Diagnostics, fault => Assert.Contains("Part 'tags', a list of what is no file,", fault.GetMessage(null), StringComparison.Ordinal));
    }

    private static GeneratorRun Run(string schema, string content) => GeneratorRun.WithoutRuntime(TargetPlatform.Net100, new OpenApiDocument(
        "/consumer/api.yaml",
        $$"""
        openapi: 3.1.0
        info: { title: Api, version: '1' }
        paths:
          /x:
            post:
              requestBody: { content: {
                {{content}}{{schema}} } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Base: { type: object, properties: { meta: { $ref: '#/components/schemas/Meta' } } }
            Meta: { type: object, properties: { author: { type: string } } }
        """).With("Preconditions", "None"));
}
