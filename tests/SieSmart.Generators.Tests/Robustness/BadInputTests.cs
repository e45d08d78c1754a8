using System.Text;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Fuzzing;
using static SieSmart.Generators.Tests.Robustness.Documents;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>No text, however broken, malicious or large, ends the compiler or keeps it waiting.</summary>
public sealed class BadInputTests
{
    [Fact]
    public void An_alias_bomb_is_refused()
    {
        var bomb = new StringBuilder("openapi: 3.0.3\nx-0: &a0 [boom, boom, boom, boom, boom, boom, boom, boom, boom, boom]\n");
        for (var level = 1; level <= 9; level++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"x-{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        }

        Assert.Contains("repeat more than 100000 nodes", Refusal(bomb.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_of_merge_keys_is_refused()
    {
        var bomb = new StringBuilder("openapi: 3.0.3\nx-0: &a0 { " + string.Join(", ", Enumerable.Range(0, 1000).Select(key => $"k{key}: 1")) + " }\n");
        for (var level = 1; level <= 200; level++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"x-{level}: &a{level} {{ <<: *a0 }}\n");
        }

        Assert.Contains("repeat more than 100000 nodes", Refusal(bomb.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("[{a: ", "}]")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Ten_thousand_levels_are_refused(string opening, string closing)
    {
        const int Depth = 10_000;

        Assert.Contains("nests deeper than 200 levels", Refusal($"openapi: 3.0.3\nx:\n  {Repeat(opening, Depth)}a{Repeat(closing, Depth)}\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_levels_of_JSON_are_refused() =>
        Assert.Contains("nests deeper than 200 levels", Refusal("{ \"openapi\": \"3.0.3\", \"x\": " + Repeat("{\"a\":", 10_000) + "1" + Repeat("}", 10_001)), StringComparison.Ordinal);

    [Fact]
    public void Thousands_of_indented_levels_are_refused()
    {
        var text = new StringBuilder("openapi: 3.0.3\n");
        for (var level = 0; level < 2_000; level++)
        {
            text.Append(' ', level).Append("a:\n");
        }

        Assert.Contains("nests deeper than 200 levels", Refusal(text.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing but a comment\n")]
    public void An_empty_document_is_called_empty(string text) =>
        Assert.Contains("it is empty", Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("plain", "openapi: 3.0.3\nx: ", "abcdefghi ", "\n")]
    [InlineData("quoted", "openapi: 3.0.3\nx: \"", "abcdefghij", "\"\n")]
    [InlineData("block", "openapi: 3.0.3\nx: |\n", "  abcdefg\n", "")]
    [InlineData("key", "", "abcdefghij", "")]
    public void A_scalar_of_forty_megabytes_is_refused(string _, string start, string repeated, string end) =>
        Assert.Contains("longer than 4000000 characters", Refusal(start + Repeat(repeated, 4_000_000) + end), StringComparison.Ordinal);

    [Fact]
    public void Schemas_that_derive_from_each_other_by_the_thousand_do_not_exhaust_the_stack()
    {
        const int Count = 20_000;
        var schemas = string.Concat(Enumerable.Range(0, Count).Select(number =>
            $"    S{number}: {{ allOf: [ {{ $ref: '#/components/schemas/S{number + 1}' }}, {{ type: object }} ] }}\n"));

        var result = OnSmallStack(() => BareRun.Of(Client(WithAnswer("{ $ref: '#/components/schemas/S0' }", $"components:\n  schemas:\n{schemas}    S{Count}: {{ type: object }}\n"))));

        Assert.Null(BareRun.Defect(result));
        Assert.NotEmpty(result.GeneratedSources);
    }

    [Fact]
    public void References_that_lead_to_each_other_by_the_thousand_do_not_exhaust_the_stack()
    {
        const int Count = 20_000;
        var schemas = string.Concat(Enumerable.Range(0, Count).Select(number => $"    S{number}: {{ $ref: '#/components/schemas/S{number + 1}' }}\n"));

        var result = OnSmallStack(() => BareRun.Of(Client(WithAnswer("{ $ref: '#/components/schemas/S0' }", $"components:\n  schemas:\n{schemas}    S{Count}: {{ $ref: '#/components/schemas/S0/x' }}\n"))));

        Assert.Null(BareRun.Defect(result));
    }

    [Fact]
    public void Unnamed_schemas_that_all_lead_to_each_other_make_one_type_each()
    {
        const int Count = 20;
        var schemas = string.Concat(Enumerable.Range(0, Count).Select(number =>
            $"  s{number}: {{ type: object, properties: {{ {string.Join(", ", Enumerable.Range(0, Count).Select(other => $"p{other}: {{ $ref: '#/x-s/s{other}' }}"))} }} }}\n"));

        var result = BareRun.Of(Client(WithAnswer("{ $ref: '#/x-s/s0' }", "x-s:\n" + schemas)));

        Assert.Null(BareRun.Defect(result));
        Assert.InRange(result.GeneratedSources.Length, Count, 2 * Count);
    }

    [Theory]
    [InlineData("NUL", "openapi: 3.0.3\ninfo: { title: \"a\\0b\" }\n")]
    [InlineData("a raw NUL", "openapi: 3.0.3\ninfo: { title: a\0b }\n")]
    [InlineData("an escaped lone surrogate", "openapi: 3.0.3\ninfo: { title: \"a\\ud800b\" }\n")]
    [InlineData("tabs", "openapi: 3.0.3\npaths:\n\t/a:\n\t\tget: {}\n")]
    [InlineData("a huge number", "openapi: 3.0.3\ncomponents: { schemas: { A: { type: integer, default: 99999999999999999999999999999, minimum: -1e999 } } }\n")]
    [InlineData("scalars for objects", "openapi: 3.0.3\ninfo: 7\nservers: a\npaths: { /a: { get: { responses: 200, parameters: x, requestBody: y } } }\ncomponents: 5\n")]
    [InlineData("lists for objects", "openapi: 3.0.3\ninfo: []\nservers: {}\npaths: [ a ]\ncomponents: { schemas: [ { type: object } ] }\n")]
    [InlineData("objects for scalars", "openapi: 3.0.3\ninfo: { title: {}, description: [] }\npaths: { /a: { get: { operationId: {}, summary: [], description: { a: b }, responses: { '200': { description: {} } } } } }\n")]
    [InlineData("nulls for all", "openapi: 3.0.3\ninfo:\nservers:\npaths:\n  /a:\n    get:\n  /b:\ncomponents:\n  schemas:\n    A:\n")]
    [InlineData("complex keys", "openapi: 3.0.3\npaths: { ? { a: b } : { get: {} }, ? [ x ] : y }\n")]
    [InlineData("references that are no text", "openapi: 3.0.3\npaths: { /a: { $ref: { a: b } }, /b: { get: { responses: { '200': { $ref: [ 1 ] } } } } }\n")]
    public void Oddities_are_survived(string _, string text)
    {
        var run = Run(text);

        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id is "SIE2099" or "CS8785");
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("Swagger 1.2", "swagger: '1.2'\ninfo: { title: Old }\n", "it is Swagger 1.2")]
    [InlineData("a future version", "openapi: 4.0.0\n", "its version is '4.0.0'")]
    [InlineData("JSON without a version", "{ \"info\": {} }", "no 'openapi: 3.…'")]
    public void What_is_no_OpenAPI_3_says_what_to_do(string _, string text, string expected) =>
        Assert.Contains(expected, Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void Byte_order_marks_and_UTF_16_are_read()
    {
        var text = WithAnswer("{ type: string }");
        var expected = Run(text).Sources;

        Assert.Equal(expected, Run("\ufeff" + text).Sources);
        foreach (var encoding in new Encoding[] { new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(expected, GeneratorRun.Of(TargetPlatform.Net100, Client(text).Encoded(encoding)).Sources);
        }
    }

    [Fact]
    public void Old_line_ends_change_nothing()
    {
        var text = WithAnswer("{ $ref: '#/components/schemas/A' }", "components:\n  schemas:\n    A:\n      description: |\n        Two\n        lines.\n      type: object\n");
        var expected = Run(text).Sources;

        Assert.Equal(expected, Run(text.ReplaceLineEndings("\r\n")).Sources);
        Assert.Equal(expected, Run(text.ReplaceLineEndings("\r")).Sources);
    }

    [Fact]
    public void A_token_address_with_a_template_loses_nothing()
    {
        var run = Run(WithAnswer("{ type: string }", "components:\n  securitySchemes:\n    auth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://{tenant}.example.org/token', scopes: {} } } }\n"));

        AssertSound(run);
    }

    [Theory]
    [InlineData("a property without a name", "{ type: object, properties: { '': { type: string }, known: { type: string } } }", "SIE2007")]
    [InlineData("a list that holds itself", "{ type: object, properties: { loop: { $ref: '#/components/schemas/Loop' }, known: { type: string } } }", null)]
    [InlineData("a type that is none", "{ type: object, properties: { odd: { type: sometimes }, known: { type: string } } }", "SIE2005")]
    [InlineData("a schema that is a list", "{ type: object, properties: { odd: [ 1, 2 ], known: { type: string } } }", "SIE2005")]
    public void A_schema_of_which_nothing_can_be_made_is_no_lost_document(string _, string schema, string? warning)
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/A' }", $"components:\n  schemas:\n    Loop: {{ type: array, items: {{ $ref: '#/components/schemas/Loop' }} }}\n    A: {schema}\n"));

        Assert.Equal(warning is null ? [] : [warning], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
        Assert.Contains("public string? Known ", SourceOf(run, "A"), StringComparison.Ordinal);
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void A_document_of_webhooks_alone_generates_their_models()
    {
        var run = Run("openapi: 3.1.0\ninfo: { title: Hooks, version: '1' }\nwebhooks:\n  fired: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }, responses: { '204': { description: ok } } } }\ncomponents: { schemas: { Event: { type: object, properties: { id: { type: string } } } } }\n");

        AssertSound(run);
        Assert.Contains("class Event", SourceOf(run, "Event"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: object, properties: { u: { oneOf: [ { oneOf: [ { type: string }, { type: integer } ] }, { type: boolean } ] } } }")]
    [InlineData("{ oneOf: [ { anyOf: [ { type: string }, { type: integer } ] }, { oneOf: [ { type: boolean }, { type: array, items: { type: string } } ] } ] }")]
    public void A_union_within_a_union_compiles(string schema)
    {
        var run = Run(WithAnswer("{ $ref: '#/components/schemas/A' }", $"components:\n  schemas:\n    A: {schema}\n"));

        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void A_segment_that_repeats_a_parameter_compiles() =>
        AssertSound(Run("openapi: 3.0.3\npaths:\n  '/{a}-{a}-{a-b}-{a_b}': { get: { responses: { '204': { description: ok } } } }\n"));

    private static string Refusal(string text)
    {
        var result = BareRun.Of(Client(text));

        Assert.Null(result.Exception);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("SIE2001", diagnostic.Id);
        return diagnostic.GetMessage(null);
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <summary>Runs on a stack smaller than that of any compiler's thread: what fits here fits everywhere.</summary>
    private static GeneratorRunResult OnSmallStack(Func<GeneratorRunResult> action)
    {
        GeneratorRunResult result = default;
        var thread = new Thread(() => result = action(), maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        return result;
    }
}
