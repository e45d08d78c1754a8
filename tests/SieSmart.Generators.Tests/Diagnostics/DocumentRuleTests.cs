using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Diagnostics;

/// <summary>What a document leaves unsaid is reported where it should be said, as severely as the project wants it.</summary>
public sealed class DocumentRuleTests
{
    private const string Sound = """
        openapi: 3.0.3
        info: { title: Things, version: '1' }
        paths:
          /things/{thing-id}:
            get:
              operationId: getThing
              responses:
                '200': { description: ok, headers: { ETag: { schema: { type: string } }, X-Trace: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                '429': { description: slow down, headers: { X-Trace: { schema: { type: string } } } }
            put:
              operationId: putThing
              parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses:
                '204': { description: ok, headers: { X-Trace: { schema: { type: string } } } }
                '412': { description: stale, headers: { X-Trace: { schema: { type: string } } } }
                '429': { description: slow down, headers: { X-Trace: { schema: { type: string } } } }
        components:
          schemas:
            Thing: { type: object, properties: { name: { type: string } } }

        """;

    private const string Answer = "$ref: '#/components/schemas/Thing' } } } }\n        '429'";
    private const string Put = "    put:\n";

    [Fact]
    public void A_document_that_says_everything_is_clean() => Assert.Empty(Ids(Document(Sound).With("TraceIdHeader", "x-trace")));

    [Theory]
    [InlineData("SIE2009", "      parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]\n", "")]
    [InlineData("SIE2010", "headers: { ETag: { schema: { type: string } }, ", "headers: { ")]
    [InlineData("SIE2012", Put, Put + "      x-if-match: none\n")]
    [InlineData("SIE2013", Put, Put + "      x-version-scope: /thing/{thing-id}\n")]
    [InlineData("SIE2014", "        '412': { description: stale, headers: { X-Trace: { schema: { type: string } } } }\n", "")]
    [InlineData("SIE2015", "        '429': { description: slow down, headers: { X-Trace: { schema: { type: string } } } }\n    put", "    put")]
    [InlineData("SIE2016", "description: stale, headers: { X-Trace: { schema: { type: string } } }", "description: stale")]
    [InlineData("SIE2017", "operationId: putThing", "operationId: getThing")]
    [InlineData("SIE2018", "name: { type: string }", "thing: { type: string }")]
    [InlineData("SIE2019", Put, Put + "      x-if-match: non\n")]
    [InlineData("SIE2019", "openapi: 3.0.3\n", "openapi: 3.0.3\nx-if-match-default: declare\n")]
    [InlineData("SIE2019", "openapi: 3.0.3\n", "openapi: 3.0.3\nx-suppress: [SIE2001]\n")]
    public void What_is_missing_or_wrong_is_reported_alone(string rule, string said, string instead)
    {
        Assert.Contains(said, Sound, StringComparison.Ordinal);
        var document = Document(Sound.Replace(said, instead, StringComparison.Ordinal)).With("TraceIdHeader", "X-Trace");

        Assert.Equal(rule, Assert.Single(Ids(document)));
    }

    [Fact]
    public void Operations_that_differ_only_in_the_name_of_a_parameter_collide()
    {
        var text = Sound.Replace("components:\n", "  /things/{other}:\n    get: { responses: { '200': { description: ok }, '429': { description: slow down } } }\ncomponents:\n", StringComparison.Ordinal);

        var collision = Assert.Single(Run(Document(text)).Diagnostics);

        Assert.Equal("SIE2017", collision.Id);
        Assert.Contains("GET /things/{other} and GET /things/{thing-id}", collision.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_member_is_told_with_both_names()
    {
        var message = Assert.Single(Run(Document(Sound.Replace("name: { type: string }", "thing: { type: string }", StringComparison.Ordinal))).Diagnostics).GetMessage(null);

        Assert.Contains("'thing' of Thing is called 'ThingProp'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_can_name_the_trace_id_itself()
    {
        var text = ("x-trace-id-header: X-Trace\n" + Sound).Replace("description: stale, headers: { X-Trace: { schema: { type: string } } }", "description: stale", StringComparison.Ordinal);

        Assert.Contains("412", Assert.Single(Run(Document(text)).Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PreconditionExempt", "POST /things", "SIE2021")]
    [InlineData("PreconditionExempt", "PUT /things/{thing-id}", "SIE2012")]
    [InlineData("VersionScope", "/things", "SIE2013")]
    [InlineData("DirectJson", "perhaps", "SIE2003")]
    [InlineData("BackwardCompatible", "yes", "SIE2003")]
    [InlineData("Registration", "no", "SIE2003")]
    [InlineData("PreconditionRule", "Some", "SIE2003")]
    [InlineData("ProvenanceDefault", "guessed", "SIE2003")]
    public void An_option_that_fits_nothing_is_reported(string name, string value, string rule) =>
        Assert.Equal(rule, Assert.Single(Ids(Document(Sound).With(name, value))));

    [Theory]
    [InlineData("100")]
    [InlineData("{ requests: 0, seconds: 60 }")]
    [InlineData("{ requests: 100, seconds: 86401 }")]
    [InlineData("{ requests: 100 }")]
    public void A_limit_that_says_too_little_is_reported(string limit)
    {
        var diagnostic = Assert.Single(Run(Document($"x-rate-limit: {limit}\n" + Sound)).Diagnostics);

        Assert.Equal("SIE2005", diagnostic.Id);
        Assert.Contains("{ requests: 100, seconds: 60 }", diagnostic.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Registers_nothing_where_there_is_no_pipeline() =>
        Assert.DoesNotContain(Run(Document(Sound)).Sources.Keys, file => file.Contains("ServiceCollection", StringComparison.Ordinal));

    [Fact]
    public void Direct_json_that_nothing_can_read_is_reported() =>
        Assert.Equal("SIE2020", Assert.Single(GeneratorRun.WithoutRuntime(TargetPlatform.Net100, Document(Sound).With("Preconditions", "None").With("DirectJson", "true")).Diagnostics).Id);

    [Fact]
    public void Guards_are_no_subject_where_there_are_none()
    {
        var text = Sound
            .Replace("      parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]\n", "", StringComparison.Ordinal)
            .Replace("        '429': { description: slow down, headers: { X-Trace: { schema: { type: string } } } }\n", "", StringComparison.Ordinal);

        Assert.Empty(Ids(Document(text).With("Preconditions", "None")));
    }

    [Theory]
    [InlineData("openapi: 3.0.3\n", "openapi: 3.0.3\nx-suppress: [SIE2014, SIE2015]\n")]
    [InlineData("  /things/{thing-id}:\n", "  /things/{thing-id}:\n    x-suppress: [SIE2014, SIE2015]\n")]
    [InlineData(Put, Put + "      x-suppress: [SIE2014, SIE2015]\n")]
    public void The_document_can_suppress_rules_where_they_apply(string place, string suppressed)
    {
        var text = Silent(Sound);

        Assert.Equal(["SIE2014", "SIE2015"], Ids(Document(text)).Order(StringComparer.Ordinal));
        Assert.Empty(Ids(Document(text.Replace(place, suppressed, StringComparison.Ordinal))));
    }

    [Fact]
    public void Suppressing_a_rule_for_one_operation_leaves_it_on_for_the_next() =>
        Assert.Equal(2, Ids(Document(Silent(Sound).Replace("    get:\n", "    get:\n      x-suppress: [SIE2014, SIE2015]\n", StringComparison.Ordinal))).Count);

    [Theory]
    [InlineData("none", null)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public void A_line_of_editorconfig_sets_the_severity(string value, DiagnosticSeverity? expected)
    {
        var diagnostics = Run(Document(Silent(Sound)).Configured("openapi_diagnostic.SIE2014.severity", value)).Diagnostics;

        Assert.Equal(expected, diagnostics.FirstOrDefault(diagnostic => diagnostic.Id is "SIE2014")?.Severity);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(diagnostics, diagnostic => diagnostic.Id is "SIE2015").Severity);
    }

    [Fact]
    public void A_severity_that_makes_no_sense_is_an_error() =>
        Assert.Equal("SIE2003", Assert.Single(Ids(Document(Sound).Configured("openapi_diagnostic.SIE2014.severity", "loud"))));

    [Fact]
    public void Errors_can_not_be_turned_off() =>
        Assert.Equal("SIE2025", Assert.Single(Ids(Document(Sound.Replace(Answer, Answer.Replace("#/components/schemas/Thing", "thing.yaml", StringComparison.Ordinal), StringComparison.Ordinal))
            .Configured("openapi_diagnostic.SIE2025.severity", "none"))));

    [Fact]
    public void A_reference_that_leads_nowhere_is_a_warning_and_the_rest_is_generated()
    {
        var run = Run(Document(Misspelled));

        var warning = Assert.Single(run.Diagnostics);
        Assert.Equal(("SIE2002", DiagnosticSeverity.Warning), (warning.Id, warning.Severity));
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("none", null)]
    public void One_line_makes_a_reference_that_leads_nowhere_an_error_or_nothing(string value, DiagnosticSeverity? expected)
    {
        var run = Run(Document(Misspelled).Configured("openapi_diagnostic.SIE2002.severity", value));

        Assert.Equal(expected, run.Diagnostics.SingleOrDefault()?.Severity);
        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void A_document_may_keep_its_references_that_lead_nowhere() =>
        Assert.Empty(Ids(Document(Misspelled.Replace("openapi: 3.0.3\n", "openapi: 3.0.3\nx-suppress: SIE2002\n", StringComparison.Ordinal))));

    private static string Misspelled => Sound.Replace(Answer, Answer.Replace("Thing", "Thin", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>The document without the PUT's 412 and 429.</summary>
    private static string Silent(string text)
    {
        var put = text.IndexOf(Put, StringComparison.Ordinal);
        var lines = text[put..].Split('\n').Where(line => !line.Contains("'412'", StringComparison.Ordinal) && !line.Contains("'429'", StringComparison.Ordinal));
        return text[..put] + string.Join('\n', lines);
    }

    private static OpenApiDocument Document(string text) => new OpenApiDocument("/consumer/things.yaml", text).With("Namespace", "Api");

    private static List<string> Ids(OpenApiDocument document) => [.. Run(document).Diagnostics.Select(diagnostic => diagnostic.Id)];

    private static GeneratorRun Run(OpenApiDocument document) => GeneratorRun.Of(TargetPlatform.Net100, document);
}
