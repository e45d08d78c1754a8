using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Reading;

/// <summary>A misspelled word says nothing, so what it should have said would be lost in silence.</summary>
public sealed class MisspelledWordTests
{
    [Theory]
    [InlineData("{ type: integr }", "There is no type 'integr'; 'integer' is likely to be meant")]
    [InlineData("{ type: String }", "There is no type 'String'; 'string' is likely to be meant")]
    [InlineData("{ type: money }", "There is no type 'money'.")]
    [InlineData("{ type: [ string, nul ] }", "There is no type 'nul'; 'null' is likely to be meant")]
    [InlineData("{ type: object, enum: [ a, b ] }", "An enum of scalars has the type 'object'; 'string' is likely to be meant")]
    [InlineData("{ type: string, enum: [ true, false ] }", "The value true of an enum is a boolean, and its type is 'string'. A boolean can't be read there; write \"true\"")]
    [InlineData("{ type: [ string, 'null' ], enum: [ a, 7 ] }", "The value 7 of an enum is a number, and its type is 'string'")]
    [InlineData("{ type: integer, enum: [ 1, '2' ] }", "The value '2' of an enum is a string, and its type is 'integer'. A string can't be read there; take the quotes away")]
    [InlineData("{ typ: integer }", "has no 'typ'; 'type' is likely")]
    [InlineData("{ type: string, fromat: date }", "has no 'fromat'; 'format' is likely")]
    [InlineData("{ type: object, propertis: { a: { type: string } } }", "has no 'propertis'; 'properties' is likely")]
    [InlineData("{ type: object, readonly: true }", "has no 'readonly'; 'readOnly' is likely")]
    [InlineData("{ type: object, properties: { id: { type: string } }, required: [ ident ] }", "'ident' is required, but there is no such property.")]
    [InlineData("{ type: object, properties: { idem: { type: string } }, required: [ iden ] }", "'iden' is required, but there is no such property; 'idem' is likely to be meant")]
    public void Is_told_at_its_line(string schema, string message)
    {
        var fault = Assert.Single(Faults(schema, parameter: ""));

        Assert.Contains(message, fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(7, fault.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("{ type: string, x-typ: 7, example: a, examples: [ a ], minimum: 1, maximum: 2, title: t, xml: { name: n } }")]
    [InlineData("{ type: object, required: [ id ], additionalProperties: true }")]
    [InlineData("{ type: object, nullable: true, enum: [ null ] }")]
    [InlineData("{ type: object, enum: [ { a: 1 } ] }")]
    [InlineData("{ type: string, enum: [ 'true', yes, Infinity, ~ ] }")]
    [InlineData("{ type: [ string, integer ], enum: [ 1, a ] }")]
    [InlineData("{ type: number, enum: [ 1, 2.5, -1e3 ] }")]
    [InlineData("{ enum: [ 1, a, true ] }")]
    [InlineData("{ allOf: [ { type: object, properties: { id: { type: string } } }, { type: object, properties: { name: { type: string } }, required: [ id, name ] } ] }")]
    [InlineData("{ type: object, properties: { name: { type: string } }, required: [ id ], anyOf: [ { properties: { id: { type: string } } } ] }")]
    [InlineData("{ type: object, properties: { typ: { type: string }, propertys: { type: string } } }")]
    [InlineData("{ type: [ object, 'null' ], $comment: c, unknown-to-us: 1 }")]
    public void Is_none_of_these(string schema) => Assert.Empty(Faults(schema, parameter: ""));

    [Theory]
    [InlineData("{ name: q, in: paht, schema: { type: string } }", "stands in 'paht', which is none of")]
    [InlineData("{ name: q, schema: { type: string } }", "doesn't say where it stands")]
    [InlineData("{ name: q, in: querystring, content: { text/plain: { schema: { type: string } } } }", "'in: querystring' of parameter 'q' isn't supported")]
    public void Is_told_of_a_parameters_place(string parameter, string message) =>
        Assert.Contains(message, Assert.Single(Faults("{ type: string }", parameter)).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [Theory]
    [InlineData("query: { responses: { '204': { description: ok } } }", "'query' of a path isn't supported")]
    [InlineData("additionalOperations: { PURGE: { responses: { '204': { description: ok } } } }", "'additionalOperations' of a path isn't supported")]
    [InlineData("get: { responses: { '200': { description: ok, content: { application/jsonl: { itemSchema: { type: string } } } } } }", "'itemSchema' of application/jsonl isn't supported")]
    public void What_Kiota_has_no_word_for_is_told(string operation, string message) => Assert.Contains(
        message,
        Assert.Single(FaultsOf($"openapi: 3.2.0\ninfo: {{ title: T, version: '1' }}\npaths:\n  /x:\n    {operation}\n")).GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    private static IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> Faults(string schema, string parameter) => FaultsOf($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            get: { parameters: [ {{parameter}} ], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }
        components:
          schemas:
            Thing: {{schema}}
        """);

    private static IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> FaultsOf(string text) =>
    [
        .. GeneratorRun.WithoutRuntime(TargetPlatform.Net100, new OpenApiDocument("/consumer/api.yaml", text).With("Preconditions", "None")).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning),
    ];
}
