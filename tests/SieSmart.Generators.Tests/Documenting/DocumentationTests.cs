using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Documenting;

/// <summary>What people read in their editor: the XML that the compiler writes of generated code.</summary>
public sealed class DocumentationTests
{
    private const string Models = "ApiSdk.Models.";

    [Theory]
    [InlineData("name", "{ type: string, minLength: 1, maxLength: 100 }", "1 to 100 characters.")]
    [InlineData("code", "{ type: string, minLength: 3, maxLength: 3, pattern: '^[A-Z]+$' }", "Exactly 3 characters. Matches <c>^[A-Z]+$</c>.")]
    [InlineData("mail", "{ type: string, format: email, maxLength: 1 }", "At most 1 character. Format: <c>email</c>.")]
    [InlineData("when", "{ type: string, format: date-time, minLength: 20 }", "At least 20 characters.")]
    [InlineData("part", "{ type: number, minimum: 0, exclusiveMaximum: 1, multipleOf: 0.25 }", "At least 0 and less than 1. A multiple of 0.25.")]
    [InlineData("count", "{ type: integer, minimum: 1, maximum: 10, default: 5 }", "1 to 10. Default: <c>5</c>.")]
    [InlineData("many", "{ type: array, items: { type: string, maxLength: 7 }, minItems: 1, uniqueItems: true }", "At least 1 item. No item twice. Each item: at most 7 characters.")]
    [InlineData("tick", "{ type: string, pattern: '`<`' }", "Matches <c>`&lt;`</c>.")]
    [InlineData("sample", "{ type: string, example: '<b>' }", null, "&lt;b&gt;")]
    [InlineData("samples", "{ type: string, examples: [ one, two ] }", null, "one", "two")]
    [InlineData("never", "{ type: string, maxLength: many, minimum: { a: b } }", null)]
    public void A_property_tells_what_its_schema_allows(string name, string schema, string? expected, params string[] examples)
    {
        var documentation = DocumentationOf($"{{ type: object, properties: {{ {name}: {schema} }} }}");
        var property = Member(documentation, $"P:{Models}Thing.{char.ToUpperInvariant(name[0])}{name[1..]}");

        Assert.Equal(expected, Inner(property?.Element("summary")));
        Assert.Equal(examples, (property?.Elements("example") ?? []).Select(example => Inner(example.Element("c"))));
    }

    [Fact]
    public void What_a_schema_allows_stands_behind_what_it_is()
    {
        var property = Member(DocumentationOf("{ type: object, required: [ name ], properties: { name: { type: string, maxLength: 9, description: 'What it is *called*.' } } }"), $"P:{Models}Thing.Name");

        Assert.Equal("What it is <i>called</i>.", Inner(property?.Element("summary")));
        Assert.Equal("Required. At most 9 characters.", Inner(property?.Element("remarks")));
    }

    [Fact]
    public void What_the_document_says_nothing_of_has_no_words()
    {
        var documentation = DocumentationOf("{ type: object, properties: { bestBefore: { type: string, format: date }, kind: { type: string, enum: [ a, b ] } } }");

        Assert.Null(Member(documentation, $"T:{Models}Thing"));
        Assert.Null(Member(documentation, $"P:{Models}Thing.BestBefore"));
        Assert.Null(Member(documentation, $"F:{Models}Thing_kind.A"));
        Assert.DoesNotContain("bestBefore", documentation.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one\ntwo", "one two")]
    [InlineData("`code`, ``a`b``, **bold**, __bold__, *italic* and _italic_", "<c>code</c>, <c>a`b</c>, <b>bold</b>, <b>bold</b>, <i>italic</i> and <i>italic</i>")]
    [InlineData("[all](https://example.test/a?b=1&c=2) of [these](#/there) and <https://example.test>", "<see href=\"https://example.test/a?b=1&amp;c=2\">all</see> of these and <see href=\"https://example.test\">https://example.test</see>")]
    [InlineData("**[bold link](https://example.test/\"a\")**", "<b><see href=\"https://example.test/&quot;a&quot;\">bold link</see></b>")]
    [InlineData("![a picture](https://example.test/a.png) 5 * 3 * 2, snake_case_name, \\*star\\*, **open, [open](, `open", "a picture 5 * 3 * 2, snake_case_name, *star*, **open, [open](, `open")]
    [InlineData("</summary> & <id> **a *b** c* [**x](https://example.test)**", null)]
    [InlineData("a<br/>b <p>c</p> <strong>d</strong> <a href=\"https://example.test\">e</a>", "a b c d <see href=\"https://example.test\">e</see>")]
    public void Markdown_within_a_line_becomes_markup(string markdown, string? expected)
    {
        var type = Member(DocumentationOf("{ type: object, description: " + Quoted(markdown) + ", properties: { id: { type: string } } }"), $"T:{Models}Thing");

        var summary = Inner(type?.Element("summary"));
        Assert.NotNull(summary);
        if (expected is not null)
        {
            Assert.Equal(expected, summary);
        }
    }

    [Fact]
    public void Paragraphs_lists_and_code_become_markup()
    {
        const string Markdown = "What it is.\n\n# Rules\n\nFirst `a`.\nStill first.\n\n- one\n  goes on\n- **two**\n\n1. eins\n2. zwei\n\n```json\n{ \"a\": [1] }\n\n  </code>\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n> Quoted.";
        var type = Member(DocumentationOf("{ type: object, description: " + Quoted(Markdown) + ", properties: { id: { type: string } } }"), $"T:{Models}Thing");

        Assert.Equal("What it is.", Inner(type?.Element("summary")));
        Assert.Equal(
            "<para><b>Rules</b></para> <para>First <c>a</c>. Still first.</para> " +
            "<list type=\"bullet\"> <item><description>one goes on</description></item> <item><description><b>two</b></description></item> </list> " +
            "<list type=\"number\"> <item><description>eins</description></item> <item><description>zwei</description></item> </list> " +
            "<code> { \"a\": [1] } &lt;/code&gt; </code> <code> | a | b | | 1 | 2 | </code> <para>Quoted.</para>",
            Inner(type?.Element("remarks")));
    }

    [Fact]
    public void Markup_is_well_formed_whatever_the_Markdown()
    {
        const string Alphabet = "*_`[]()<>!\\&\"'\n -#|1.abp/:{}\u0001\ud83d\u2028";
        var random = new Random(4711);
        var properties = new StringBuilder("{ type: object, properties: { ");
        for (var index = 0; index < 400; index++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            properties.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{index}: {{ type: string, pattern: {Quoted(text)}, description: {Quoted(text)}, example: {Quoted(text)} }}, ");
        }

        Assert.NotEmpty(DocumentationOf(properties.Append("} }").ToString()).Descendants("member"));
    }

    [Fact]
    public void An_operation_tells_what_it_throws_and_its_parameters_what_they_take()
    {
        var documentation = DocumentationOf("{ type: object, properties: { id: { type: string } } }");
        var get = Member(documentation, "M:ApiSdk.Things.Item.ThingItemRequestBuilder.GetAsync", isWhole: false);
        var request = Member(documentation, "M:ApiSdk.Things.Item.ThingItemRequestBuilder.ToGetRequestInformation", isWhole: false);
        var limit = Member(documentation, "P:ApiSdk.Things.Item.ThingItemRequestBuilder.ThingItemRequestBuilderGetQueryParameters.Limit");
        var indexer = Member(documentation, "P:ApiSdk.Things.ThingsRequestBuilder.Item(System.String)");

        var thrown = Assert.Single(get!.Elements("exception"));
        Assert.Equal($"T:{Models}Problem", thrown.Attribute("cref")?.Value);
        Assert.Equal("404: There is no such thing. 409. default: Anything <b>else</b>.", Inner(thrown));
        Assert.Empty(request!.Elements("exception"));
        Assert.Null(request.Element("remarks"));
        Assert.Equal("Much more to say.", Inner(get.Element("remarks")));
        Assert.Equal("Required. 1 to 50. Default: <c>20</c>.", Inner(limit?.Element("summary")));
        Assert.Equal("The key of the thing. At most 8 characters.", Inner(indexer?.Element("param")));
    }

    [Fact]
    public void With_the_runtime_an_operation_tells_what_the_runtime_throws()
    {
        var get = Member(DocumentationOf("{ type: object, properties: { id: { type: string } } }", "Required"), "M:ApiSdk.Things.Item.ThingItemRequestBuilder.GetAsync", isWhole: false);

        var thrown = Assert.Single(get!.Elements("exception"));
        Assert.Equal("T:SieSmart.Runtime.SieSmartException", thrown.Attribute("cref")?.Value);
        Assert.StartsWith($"The call failed. Its Error is a <see cref=\"T:{Models}Problem\" /> after 404: There is no such thing.", Inner(thrown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_not_repeated_where_its_type_is_used()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 100));
        var documentation = DocumentationOf($"{{ type: object, description: 'Short. {words}.', properties: {{ id: {{ type: string }}, next: {{ $ref: '#/components/schemas/Thing' }}, other: {{ $ref: '#/components/schemas/Problem' }} }} }}");

        Assert.Equal("Short.", Inner(Member(documentation, $"P:{Models}Thing.Next")?.Element("summary")));
        Assert.Single(documentation.Descendants("member"), member => member.ToString().Contains("word word", StringComparison.Ordinal));
    }

    /// <summary>The XML that the compiler writes of a client whose one schema this is; there may be no warning.</summary>
    private static XDocument DocumentationOf(string schema, string preconditions = "None")
    {
        var text = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /things/{thing-id}:
                parameters: [ { name: thing-id, in: path, required: true, description: The key of the thing., schema: { type: string, maxLength: 8 } } ]
                get:
                  summary: Reads one.
                  description: Much more to say.
                  parameters: [ { name: limit, in: query, required: true, schema: { type: integer, minimum: 1, maximum: 50, default: 20 } } ]
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                    '404': { description: There is no such thing., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                    '409': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
                    default: { description: Anything **else**., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
            components:
              schemas:
                Problem: { type: object, properties: { title: { type: string } } }
                Thing: {{schema}}
            """;
        var document = new OpenApiDocument("/consumer/api.yaml", text).With("Preconditions", preconditions);
        var run = GeneratorRun.Of(TargetPlatform.Net100, document);
        Assert.Empty(run.Compile());
        using var documentation = new MemoryStream();
        run.Compilation.Emit(Stream.Null, xmlDocumentationStream: documentation, cancellationToken: TestContext.Current.CancellationToken);
        documentation.Position = 0;
        return XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
    }

    private static XElement? Member(XDocument documentation, string name, bool isWhole = true) => documentation.Descendants("member")
        .SingleOrDefault(member => member.Attribute("name")!.Value is var found && (isWhole ? found == name : found.StartsWith(name + "(", StringComparison.Ordinal)));

    /// <summary>The content of an element, with any white space as one space.</summary>
    private static string? Inner(XElement? element) => element is null ? null
        : string.Join(' ', string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
