using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Parity;

namespace SieSmart.Generators.Tests.Diagnostics;

/// <summary>Whatever a document says, the generator answers with diagnostics where the fault is.</summary>
public sealed class FaultyDocumentTests
{
    private const string GeneratorCrashed = "CS8785";
    private const string InternalError = "SIE2099";

    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    [Fact]
    public void A_misspelled_reference_is_one_fault_at_its_line_and_column()
    {
        const string Reference = "{ $ref: '#/components/schemas/TokenRequest' }";
        var lines = ParityFiles.Document("proposals").Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains(Reference, StringComparison.Ordinal));
        lines[line] = lines[line].Replace("TokenRequest", "TokenReqest", StringComparison.Ordinal);
        var document = ParityRuns.Document("proposals", "Required") with { Text = string.Join('\n', lines) };

        var run = GeneratorRun.Of(TargetPlatform.Net100, document);

        var fault = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Id == "SIE2002");
        var place = fault.Location.GetLineSpan();
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains("#/components/schemas/TokenReqest", fault.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(document.Path, place.Path);
        Assert.Equal(line, place.StartLinePosition.Line);
        Assert.InRange(
            place.StartLinePosition.Character,
            lines[line].IndexOf("$ref", StringComparison.Ordinal),
            lines[line].IndexOf("#/components", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_sound_beside_a_fault_still_generates()
    {
        var document = ParityRuns.Document("proposals", "Required");
        var faulty = document with { Text = document.Text.Replace("schemas/TokenRequest'", "schemas/TokenReqest'", StringComparison.Ordinal) };

        Assert.Contains(
            GeneratorRun.Of(TargetPlatform.Net100, faulty).Sources.Values,
            source => source.Contains("class ProposalItemRequestBuilder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing at all", "")]
    [InlineData("white space", " \n\t\n")]
    [InlineData("a comment alone", "# nothing\n")]
    [InlineData("a scalar", "openapi")]
    [InlineData("a list", "- openapi\n- info\n")]
    [InlineData("no YAML", "openapi: [3.0.3\ninfo: }{\n")]
    [InlineData("an unknown alias", "openapi: *nowhere\n")]
    [InlineData("a document that holds itself", "&all\nopenapi: 3.0.3\npaths: *all\n")]
    [InlineData("broken JSON", "{ \"openapi\": \"3.0.3\", \"paths\": {")]
    [InlineData("another format", "<html><body>502 Bad Gateway</body></html>")]
    [InlineData("control characters", "\u0000\u0001\u0002")]
    public void What_is_no_OpenAPI_document_is_a_diagnostic(string _, string text)
    {
        var run = Run(text);

        AssertSurvived(run);
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id.StartsWith("SIE2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a schema that is itself", "A: { $ref: '#/components/schemas/A' }")]
    [InlineData("two schemas that are each other", "A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }")]
    [InlineData("a schema that derives from itself", "A: { allOf: [ { $ref: '#/components/schemas/A' }, { type: object, properties: { x: { type: string } } } ] }")]
    [InlineData("two that derive from each other", "A: { allOf: [ { $ref: '#/components/schemas/B' } ] }\n    B: { allOf: [ { $ref: '#/components/schemas/A' } ] }")]
    public void A_schema_that_goes_round_in_circles_is_a_diagnostic(string _, string schemas)
    {
        var run = Run(WithSchemas(schemas));

        AssertSurvived(run);
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id is "SIE2002" or "SIE2005");
    }

    [Theory]
    [InlineData("a property", "A: { type: object, properties: { child: { $ref: '#/components/schemas/A' } } }")]
    [InlineData("a member of a union", "A: { oneOf: [ { $ref: '#/components/schemas/A' }, { type: string } ] }")]
    [InlineData("an item", "A: { type: array, items: { $ref: '#/components/schemas/A' } }")]
    [InlineData("a value", "A: { type: object, additionalProperties: { $ref: '#/components/schemas/A' } }")]
    public void A_schema_that_is_found_within_itself_generates_code_that_compiles(string _, string schemas)
    {
        var run = Run(WithSchemas(schemas));

        AssertSurvived(run);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("openapi: 3.0.3\nx: ", "[", "]")]
    [InlineData("openapi: 3.0.3\nx: ", "{ a: ", "}")]
    [InlineData("openapi: 3.0.3\npaths: { /a: { get: { responses: { '200': { content: { application/json: { schema: ", "{ type: array, items: ", "} } } } } } } }")]
    public void A_document_nested_too_deeply_does_not_end_the_compiler(string start, string opening, string closing)
    {
        const int Depth = 20_000;

        AssertSurvived(Run(start + string.Concat(Enumerable.Repeat(opening, Depth)) + string.Concat(Enumerable.Repeat(closing, Depth)) + "\n"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_cut_short_anywhere_is_survived(string document)
    {
        const int Step = 61;
        var text = ParityFiles.Document(document);

        for (var length = Step; length < text.Length; length += Step)
        {
            AssertSurvived(Run(text[..length]));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_that_lacks_any_line_is_survived(string document)
    {
        var lines = ParityFiles.Document(document).Split('\n');

        for (var missing = 0; missing < lines.Length; missing++)
        {
            AssertSurvived(Run(string.Join('\n', lines.Where((_, line) => line != missing))));
        }
    }

    [Fact]
    public void Names_the_package_that_guarded_writes_need()
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, ParityRuns.Document("proposals", "Required"));

        var error = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.StartsWith("SIE2", error.Id, StringComparison.Ordinal);
        Assert.Contains("SieSmart.Runtime", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Preconditions", "Sometimes")]
    [InlineData("ClientName", "9 lives")]
    [InlineData("Namespace", "A..B")]
    [InlineData("Accessibility", "protected")]
    public void Metadata_that_makes_no_sense_is_an_error_that_names_it(string name, string value)
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, ParityRuns.Document("proposals", "Required").With(name, value));

        AssertSurvived(run);
        var error = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains(name, error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(value, error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_OpenApiClient_item_is_left_alone()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument("/consumer/notes.yaml", "no: [").With("SourceItemGroup", "AdditionalFiles"));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }

    private static string WithSchemas(string schemas) =>
        $$"""
        openapi: 3.0.3
        info: { title: Circles, version: '1' }
        paths:
          /a:
            get:
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }
        components:
          schemas:
            {{schemas}}
        """;

    private static GeneratorRun Run(string text) =>
        GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument("/consumer/faulty.yaml", text).With("Namespace", "Faulty"));

    private static void AssertSurvived(GeneratorRun run)
    {
        Assert.Null(run.Result.Exception);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id is GeneratorCrashed or InternalError);
    }
}
