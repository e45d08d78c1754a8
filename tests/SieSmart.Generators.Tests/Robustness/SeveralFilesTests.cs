using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using static SieSmart.Generators.Tests.Robustness.Documents;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>A document may be spread over files, each of which is part of the project.</summary>
public sealed class SeveralFilesTests
{
    private const string Root =
        """
        openapi: 3.0.3
        info: { title: Several, version: '1' }
        paths:
          /pets: { $ref: 'paths/pets.yaml' }
        components:
          schemas:
            Pet: { $ref: "./schemas/animal.json#/definitions/animal" }
        """;

    private const string Pets =
        """
        get:
          parameters: [ { $ref: '../parameters.yaml#/Page' } ]
          responses:
            '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '../openapi.yaml#/components/schemas/Pet' } } } } }
            default: { description: bad, content: { application/json: { schema: { $ref: '../schemas/Problem.yaml' } } } }
        """;

    private const string Animal = """{ "definitions": { "animal": { "type": "object", "properties": { "name": { "type": "string" }, "owner": { "$ref": "person.yaml" } } } } }""";
    private const string Person = "type: object\nproperties:\n  animals: { type: array, items: { $ref: 'animal.json#/definitions/animal' } }\n  parent: { $ref: '#' }\n";
    private const string Parameters = "Page: { name: page, in: query, schema: { type: integer } }\n";
    private const string Problem = "type: object\nproperties: { title: { type: string } }\n";

    private static readonly OpenApiDocument[] All =
    [
        Client(Root),
        File("/consumer/api/paths/pets.yaml", Pets),
        File("/consumer/api/schemas/animal.json", Animal),
        File("/consumer/api/schemas/person.yaml", Person),
        File("/consumer/api/schemas/Problem.yaml", Problem),
        File("/consumer/api/parameters.yaml", Parameters),
        File("/consumer/api/unrelated.yaml", "nothing: here\n"),
    ];

    [Fact]
    public void References_lead_from_file_to_file_and_back()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, All);

        AssertSound(run);
        var builder = SourceOf(run, "PetsRequestBuilder");
        Assert.Contains("Task<List<global::ApiSdk.Models.Pet>?> GetAsync(", builder, StringComparison.Ordinal);
        Assert.Contains("{?page*}", builder, StringComparison.Ordinal);
        Assert.Contains("global::ApiSdk.Models.Problem.CreateFromDiscriminatorValue", builder, StringComparison.Ordinal);
        Assert.Contains("public global::ApiSdk.Models.Person? Owner ", SourceOf(run, "Pet"), StringComparison.Ordinal);
        Assert.Contains("List<global::ApiSdk.Models.Pet>? Animals ", SourceOf(run, "Person"), StringComparison.Ordinal);
        Assert.Contains("public global::ApiSdk.Models.Person? Parent ", SourceOf(run, "Person"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_files_does_not_matter() =>
        Assert.Equal(GeneratorRun.Of(TargetPlatform.Net100, All).Sources, GeneratorRun.Of(TargetPlatform.Net100, [.. All.Reverse()]).Sources);

    [Fact]
    public void Paths_of_Windows_are_understood()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, [.. All.Select(file => file.At(@"C:\work" + file.Path.Replace('/', '\\')))]);

        AssertSound(run);
        Assert.Equal(GeneratorRun.Of(TargetPlatform.Net100, All).Sources, run.Sources);
    }

    [Fact]
    public void A_file_that_is_not_part_of_the_project_is_named_where_it_is_referred_to()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, [.. All.Where(file => !file.Path.EndsWith("person.yaml", StringComparison.Ordinal))]);

        var error = AssertOnly(run, "SIE2025", All[2], "\"person.yaml\"");
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Contains("<OpenApiDocument Include=\"/consumer/api/schemas/person.yaml\" />", error.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("UntypedNode? Owner ", SourceOf(run, "Pet"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_downloaded()
    {
        var text = WithAnswer("{ $ref: 'https://example.org/schemas/pet.yaml#/Pet' }");
        var run = Run(text);

        var error = AssertOnly(run, "SIE2025", Client(text), "'https://");
        Assert.Contains("Nothing is downloaded", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_another_file_stands_in_that_file()
    {
        var broken = File("/consumer/api/schemas/person.yaml", "type: object\nproperties:\n  broken: { $ref: '#/nowhere' }\n");
        var run = GeneratorRun.Of(TargetPlatform.Net100, [.. All.Select(file => file.Path == broken.Path ? broken : file)]);

        AssertOnly(run, "SIE2002", broken, "'#/nowhere'");
    }

    [Fact]
    public void A_file_that_can_not_be_read_leaves_the_rest_standing()
    {
        var broken = File("/consumer/api/schemas/person.yaml", "a: [");
        var run = GeneratorRun.Of(TargetPlatform.Net100, [.. All.Select(file => file.Path == broken.Path ? broken : file)]);

        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id == "SIE2001" && diagnostic.Location.GetLineSpan().Path == broken.Path);
        Assert.Contains("class Pet", SourceOf(run, "Pet"), StringComparison.Ordinal);
    }
}
