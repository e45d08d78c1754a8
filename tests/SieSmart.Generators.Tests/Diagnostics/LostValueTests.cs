using System.Globalization;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using TestSupport;

namespace SieSmart.Generators.Tests.Diagnostics;

/// <summary>What a document describes and a client can't carry is told at its line, and nothing else is.</summary>
public sealed class LostValueTests
{
    private const string Cat = "Cat: { type: object, required: [ name ], properties: { name: { type: string }, age: { type: integer } } }";

    [Theory]
    [InlineData("{ type: object, required: [ name ], properties: { age: { type: integer }, name: { type: string } } }")]
    [InlineData("{ allOf: [ { type: object, properties: { name: { type: string } } }, { type: object, required: [ name ], properties: { age: { type: integer } } } ] }")]
    public void Two_alternatives_with_the_same_members_are_told(string dog)
    {
        var union = Body("{ oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ] }", Cat, "Dog: " + dog);

        var fault = Assert.Single(Faults(union));
        Assert.Equal(("SIE2027", 4), (fault.Id, LineOf(fault)));
        Assert.Contains("'Cat' and 'Dog'", MessageOf(fault), StringComparison.Ordinal);
        Assert.Contains("is read as 'Cat'", MessageOf(fault), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oneOf: [ { type: array, items: { $ref: '#/components/schemas/Cat' } }, { type: array, items: { $ref: '#/components/schemas/Dog' } } ]", 1)]
    [InlineData("oneOf: [ { type: array, items: { $ref: '#/components/schemas/Cat' } }, { $ref: '#/components/schemas/Dog' } ]", 0)]
    [InlineData("anyOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ]", 0)]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind }", 0)]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Tagged' }, { type: string } ]", 0)]
    public void Alternatives_that_something_tells_apart_are_not(string union, int expected) => Assert.Equal(expected, Faults(Body(
        $"{{ {union} }}",
        Cat,
        Cat.Replace("Cat", "Dog", StringComparison.Ordinal),
        "Tagged: { type: object, required: [ name ], properties: { name: { type: string, enum: [ a ] }, age: { type: integer } } }")).Count);

    [Fact]
    public void Without_direct_JSON_no_shape_tells_alternatives_apart()
    {
        var union = Body("{ oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ] }", Cat, "Dog: { type: object, properties: { tail: { type: string } } }");

        Assert.Empty(Faults(union));
        var fault = Assert.Single(Faults(union, ("DirectJson", "false")));
        Assert.Equal("SIE2027", fault.Id);
        Assert.Contains("With DirectJson=\"false\" nothing tells the alternatives 'Cat' and 'Dog'", MessageOf(fault), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ] }", "SIE2027", "nothing tells the alternatives 'Cat' and 'Dog' of a union apart, so that none of them is read")]
    [InlineData("{ oneOf: [ { type: array, items: { $ref: '#/components/schemas/Cat' } }, { $ref: '#/components/schemas/Cat' } ] }", "SIE2027", "nothing tells the alternative 'Cat' of a union from the others, so that it is not read")]
    [InlineData("{ oneOf: [ { type: string }, { $ref: '#/components/schemas/Cat' } ] }", "SIE2027", "nothing tells the alternative 'Cat' of a union from the others")]
    [InlineData("{ oneOf: [ { type: array, items: { $ref: '#/components/schemas/Cat' } }, { type: array, items: { $ref: '#/components/schemas/Dog' } } ] }", "SIE2027", "so that only the first of them is read")]
    [InlineData("{ type: array, items: { oneOf: [ { type: string }, { $ref: '#/components/schemas/Cat' } ] } }", "SIE2007", "A list whose items are a scalar or something else")]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ] }", null, "")]
    [InlineData("{ anyOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ] }", null, "")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: name } }", null, "")]
    public void What_direct_JSON_alone_carries_is_told_where_its_package_is_missing(string schema, string? rule, string words)
    {
        var text = Body(schema, Cat, "Dog: { type: object, properties: { name: { type: string }, tail: { type: string } } }");
        var faults = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, new OpenApiDocument("/consumer/api.yaml", text).With("Preconditions", "None")).Diagnostics;

        Assert.Empty(Faults(text));
        Assert.Equal(rule is null ? [] : [rule], faults.Select(fault => fault.Id));
        Assert.All(faults, fault => Assert.Equal(4, LineOf(fault)));
        Assert.All(faults, fault => Assert.Contains("Without SieSmart.Runtime", MessageOf(fault), StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Contains(words, MessageOf(fault), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ oneOf: [ { type: boolean }, { type: object } ] }", "An alternative that is an object without properties, beside one of another type,")]
    [InlineData("{ anyOf: [ { type: object, additionalProperties: { type: integer } }, { type: string } ] }", "An alternative that is an object without properties, beside one of another type,")]
    [InlineData("{ oneOf: [ { type: array, items: { type: string } }, { type: object } ] }", "An alternative that is an object without properties, beside one of another type,")]
    [InlineData("{ oneOf: [ { type: string, enum: [ a ] }, {} ] }", "An alternative that is anything, beside one of some type,")]
    [InlineData("{ type: array, items: { oneOf: [ { type: boolean }, { type: object } ] } }", "An alternative that is an object without properties, beside one of another type,")]
    [InlineData("{ oneOf: [ { oneOf: [ { type: boolean }, { type: object } ] } ] }", "An alternative that is an object without properties, beside one of another type,")]
    public void An_alternative_that_is_left_out_is_told(string schema, string words)
    {
        var fault = Assert.Single(Faults(Body(schema)));

        Assert.Equal(("SIE2007", 4), (fault.Id, LineOf(fault)));
        Assert.Contains(words, MessageOf(fault), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ anyOf: [ { type: boolean }, { type: object, nullable: true } ] }")]
    [InlineData("{ anyOf: [ { type: boolean }, { nullable: true } ] }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/Cat' }, { type: object } ] }")]
    [InlineData("{ anyOf: [ { type: string }, { required: [ a ] } ] }")]
    [InlineData("{ oneOf: [ { type: array }, { type: object } ] }")]
    [InlineData("{ oneOf: [ { type: boolean }, { type: string }, { type: object } ] }")]
    public void An_alternative_that_is_carried_or_stands_for_null_is_not(string schema) => Assert.Empty(Faults(Body(schema, Cat)));

    [Fact]
    public void A_list_whose_items_differ_by_their_place_is_told()
    {
        var fault = Assert.Single(Faults(Body("{ type: object, properties: { pair: { type: array, prefixItems: [ { type: string }, { type: integer } ], items: false } } }")));

        Assert.Equal(("SIE2007", 4), (fault.Id, LineOf(fault)));
        Assert.Contains("'prefixItems'", MessageOf(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_nobody_knows_is_told_once()
    {
        var faults = Faults(Body("{ type: object, properties: { a: { type: string, format: iban }, b: { type: string, format: IBAN }, c: { type: string, format: date-tiem }, d: { type: integer, format: unix } } }"), DiagnosticSeverity.Info)
            .Where(fault => fault.Id == "SIE2028").ToList();

        Assert.Equal(3, faults.Count);
        Assert.All(faults, fault => Assert.Equal(DiagnosticSeverity.Info, fault.Severity));
        Assert.Contains("'iban' is no format that OpenAPI knows. ", MessageOf(faults[0]), StringComparison.Ordinal);
        Assert.Contains("'date-tiem' is no format that OpenAPI knows; 'date-time' is likely to be meant.", MessageOf(faults[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uri")]
    [InlineData("email")]
    [InlineData("hostname")]
    [InlineData("ipv4")]
    [InlineData("ipv6")]
    [InlineData("password")]
    [InlineData("int32")]
    [InlineData("uint64")]
    [InlineData("uuid")]
    [InlineData("binary")]
    [InlineData("json-pointer")]
    [InlineData("regex")]
    [InlineData("sf-string")]
    [InlineData("unixtime")]
    public void A_format_of_the_registry_is_not(string format) =>
        Assert.DoesNotContain(Faults(Body($"{{ type: object, properties: {{ a: {{ type: string, format: {format} }} }} }}"), DiagnosticSeverity.Info), fault => fault.Id == "SIE2028");

    [Fact]
    public void A_success_that_another_status_describes_otherwise_is_told()
    {
        const string Made = "'201': { description: made, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }";
        const string Later = "'202': { description: later, content: { application/pdf: {} } }";
        var faults = Faults(Answers(Made, Later, "'204': { description: nothing }", "'203': { description: the same, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }"));

        Assert.All(faults, fault => Assert.Equal("SIE2007", fault.Id));
        Assert.Equal([6, 7], faults.Select(LineOf));
        Assert.Contains("The body of response 201, which is another than that of 200,", MessageOf(faults[0]), StringComparison.Ordinal);
        Assert.Contains("The body of response 202, which is another than that of 200,", MessageOf(faults[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", "{ type: string, enum: [ a, b ] }", 1)]
    [InlineData("application/json", "{ type: array, items: { $ref: '#/components/schemas/Thing' } }", 1)]
    [InlineData("application/json", "{ oneOf: [ { $ref: '#/components/schemas/Thing' }, { type: string } ] }", 1)]
    [InlineData("application/json", "{ $ref: '#/components/schemas/Thing' }", 0)]
    [InlineData("application/json", "{}", 0)]
    [InlineData("text/plain", "{ type: string }", 0)]
    public void An_error_that_is_no_object_is_told(string mediaType, string schema, int expected)
    {
        var faults = Faults(Answers($"'404': {{ description: none, content: {{ {mediaType}: {{ schema: {schema} }} }} }}"));

        Assert.Equal(expected, faults.Count);
        Assert.All(faults, fault => Assert.Equal(("SIE2007", 6), (fault.Id, LineOf(fault))));
        Assert.All(faults, fault => Assert.Contains("The body of error response 404, which is", MessageOf(fault), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("IncludePaths", "/other/**;/x", "/other/**")]
    [InlineData("IncludePaths", "PUT /x;GET /x", "PUT /x")]
    [InlineData("ExcludePaths", "/things", "/things")]
    [InlineData("ExcludePaths", "POST /*", null)]
    [InlineData("IncludePaths", "GET /x", null)]
    public void A_pattern_of_paths_that_matches_nothing_is_told(string option, string patterns, string? unmatched)
    {
        var faults = Faults(Answers(), (option, patterns));

        Assert.Equal(unmatched is null ? 0 : 1, faults.Count);
        Assert.All(faults, fault => Assert.Equal("SIE2021", fault.Id));
        Assert.All(faults, fault => Assert.Contains($"{option} names '{unmatched}', but", MessageOf(fault), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ type: object, default: { a: 1 }, properties: { a: { type: integer } } }", "an object that no constructor can spell")]
    [InlineData("{ type: array, items: { type: integer }, default: [ 1, two ] }", "a list that no constructor can spell")]
    [InlineData("{ type: array, items: { type: object, properties: { a: { type: integer } } }, default: [ { a: 1 } ] }", "a list that no constructor can spell")]
    [InlineData("{ type: integer, default: 7.5 }", "'7.5', which its type can't hold")]
    [InlineData("{ type: string, format: date-time, default: 02.03.2026 }", "'02.03.2026', which its type can't hold")]
    [InlineData("{ type: string, format: duration, default: P1Y }", "'P1Y', which its type can't hold")]
    [InlineData("{ type: string, enum: [ a ], default: b }", "'b', which its type can't hold")]
    [InlineData("{ oneOf: [ { type: string }, { type: boolean } ], default: b }", "'b', which its type can't hold")]
    [InlineData("{ type: array, items: { type: integer }, default: [ 1, 2 ] }", null)]
    [InlineData("{ type: array, items: { type: integer }, default: [] }", null)]
    [InlineData("{ type: object, default: {}, properties: { a: { type: integer } } }", null)]
    [InlineData("{ type: integer, default: null }", null)]
    [InlineData("{ type: string, default: 'null' }", null)]
    [InlineData("{ type: string, format: date, default: '' }", null)]
    [InlineData("{ type: integer, default: 7 }", null)]
    public void A_default_that_is_not_set_is_told(string schema, string? words)
    {
        var faults = Faults(Body($"{{ type: object, properties: {{ value: {schema} }} }}"));

        Assert.Equal(words is null ? 0 : 1, faults.Count);
        Assert.All(faults, fault => Assert.Equal(("SIE2007", 4), (fault.Id, LineOf(fault))));
        Assert.All(faults, fault => Assert.Contains($"The default of 'value', {words},", MessageOf(fault), StringComparison.Ordinal));
    }

    [Fact]
    public void The_description_of_SieSmart_has_none_of_these()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument("/consumer/siesmart.openapi.yaml", File.ReadAllText(RepositoryFiles.PathOf("spec/siesmart.openapi.yaml"))));

        Assert.DoesNotContain(
            run.Diagnostics,
            diagnostic => diagnostic.Id is "SIE2021" or "SIE2027" or "SIE2028" || (diagnostic.Severity >= DiagnosticSeverity.Warning && !MessageOf(diagnostic).StartsWith("'servers' of", StringComparison.Ordinal)));
    }

    private static string Body(string schema, params string[] components) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } }
        components:
          schemas:
            Unused: { type: object }
        """ + string.Concat(components.Select(component => "\n    " + component));

    private static string Answers(params string[] responses) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        components: { schemas: { Thing: { type: object, properties: { id: { type: integer } } } } }
        paths:
          /x:
            post: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }{{string.Concat(responses.Select(response => ",\n      " + response))}} } }
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }
        """;

    private static List<Diagnostic> Faults(string text, params (string Name, string Value)[] metadata) => Faults(text, DiagnosticSeverity.Warning, metadata);

    private static List<Diagnostic> Faults(string text, DiagnosticSeverity least, params (string Name, string Value)[] metadata) =>
    [
        .. GeneratorRun.Of(TargetPlatform.Net100, metadata.Aggregate(new OpenApiDocument("/consumer/api.yaml", text).With("Preconditions", "None"), (document, pair) => document.With(pair.Name, pair.Value.Replace(';', '|')))).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= least)
            .OrderBy(LineOf),
    ];

    private static int LineOf(Diagnostic fault) => fault.Location.GetLineSpan().StartLinePosition.Line;

    private static string MessageOf(Diagnostic fault) => fault.GetMessage(CultureInfo.InvariantCulture);
}
