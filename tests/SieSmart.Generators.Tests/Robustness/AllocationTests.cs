using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators.Tests.Compiling;
using SieSmart.Generators.Tests.Fuzzing;
using static SieSmart.Generators.Tests.Robustness.Documents;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>
/// What is allocated is what it costs: nearly half of the time is the garbage collector's. Bytes are the same on any machine.
/// </summary>
public sealed class AllocationTests
{
    private const double MostBytesForEachCharacter = 385;

    private const double MostBytesForEachCharacterOfAnEdit = 95;

    private const int Resources = 300;

    [Fact]
    public void A_document_takes_few_bytes_for_each_of_its_characters()
    {
        var document = Client(Text());

        // What is made once is made now.
        BareRun.Of(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = BareRun.Of(document);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(BareRun.Defect(result));
        Assert.NotEmpty(result.GeneratedSources);
        Assert.True(bytes < document.Text.Length * MostBytesForEachCharacter, $"{document.Text.Length} characters take {bytes} bytes, {bytes / (double)document.Text.Length:F1} for each.");
    }

    [Fact]
    public void An_edit_of_a_document_takes_few_bytes_for_each_of_its_characters()
    {
        var text = Text();
        AdditionalText[] versions = [new DocumentText(Client(text)), new DocumentText(Client(text.Replace("The resource 7.", "Edited,\n          and moved.", StringComparison.Ordinal)))];
        var nothing = CSharpCompilation.Create("Nothing");
        var driver = CSharpGeneratorDriver
            .Create([new OpenApiClientGenerator().AsSourceGenerator()], [versions[0]], parseOptions: null, new MetadataOptionsProvider([Client(text)]))
            .RunGenerators(nothing, TestContext.Current.CancellationToken);

        // What is made once is made now.
        driver = Edit(driver, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        driver = Edit(driver, 1);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);
        Assert.True(bytes < text.Length * MostBytesForEachCharacterOfAnEdit, $"An edit of {text.Length} characters takes {bytes} bytes, {bytes / (double)text.Length:F1} for each.");

        GeneratorDriver Edit(GeneratorDriver driver, int from) =>
            driver.ReplaceAdditionalText(versions[from], versions[1 - from]).RunGenerators(nothing, TestContext.Current.CancellationToken);
    }

    private static string Text() =>
        "openapi: 3.0.3\ninfo: { title: Edited, version: '1' }\npaths:\n" +
        string.Concat(Enumerable.Range(1, Resources).Select(Path)) +
        "components:\n  schemas:\n" +
        string.Concat(Enumerable.Range(1, Resources).Select(Schema));

    private static string Path(int number) =>
        $$"""
          /resources-{{number}}/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
            get:
              operationId: get{{number}}
              summary: Reads the resource {{number}}.
              parameters:
                - { name: detail, in: query, description: How much to say., schema: { type: string, enum: [all, some, none] } }
              responses:
                '200':
                  description: The resource.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Resource{{number}}' } } }
                default:
                  description: It failed.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Resource1' } } }

        """;

    private static string Schema(int number) =>
        $$"""
            Resource{{number}}:
              type: object
              description: The resource {{number}}.
              required: [name]
              properties:
                name: { type: string, description: What people call it. Need not be unique. }
                amount: { type: number, format: double, minimum: 0 }
                state: { type: string, enum: [draft, submitted, approved] }
                changedAt: { type: string, format: date-time, readOnly: true }
                labels: { type: array, items: { type: string } }
                neighbour: { $ref: '#/components/schemas/Resource{{(number / 2) + 1}}' }

        """;
}
