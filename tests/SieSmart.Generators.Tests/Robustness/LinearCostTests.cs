using System.Text;
using SieSmart.Generators.Tests.Fuzzing;
using SieSmart.Generators.Tests.Robustness.Counting;
using static SieSmart.Generators.Tests.Robustness.Documents;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>
/// A document four times as long costs about four times as much, whatever it has four times as much of. Counted are steps of the
/// generator and bytes that it has allocated, which are the same in every run: clocks are not.
/// </summary>
public sealed class LinearCostTests(LinearCostTests.Copy copy) : IClassFixture<LinearCostTests.Copy>
{
    private const int Small = 2000;
    private const int Factor = 4;

    // Sorting takes a little more than its share; what is quadratic comes to four times that.
    private const double Tolerance = 5;

    [Theory]
    [InlineData("paths")]
    [InlineData("schemas")]
    [InlineData("properties")]
    [InlineData("derived schemas")]
    [InlineData("references that lead nowhere")]
    [InlineData("scalars laid out anew")]
    [InlineData("lines that begin left of their key")]
    public void Cost_grows_as_the_document_does(string what)
    {
        // What is made once is made now.
        CostOf(what, Small);
        var small = CostOf(what, Small);
        var large = CostOf(what, Small * Factor);

        Assert.True(large.Steps < small.Steps * Tolerance && large.Bytes < small.Bytes * Tolerance, $"{Small} {what} take {small}, {Small * Factor} take {large}.");
        Assert.True(small.Steps > Small);
    }

    private Cost CostOf(string what, int count)
    {
        var document = Client(Text(what, count));
        return copy.Generator.Measure(generator => Assert.NotEmpty(BareRun.Of(generator, document).GeneratedSources));
    }

    private static string Text(string what, int count) => what switch
    {
        "paths" => "openapi: 3.0.3\npaths:\n" + Lines(count, number => $"  /p{number}: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ text/plain: {{}} }} }} }} }} }}"),
        "schemas" => WithAnswer("{ $ref: '#/components/schemas/S0' }", "components:\n  schemas:\n" + Lines(count, number => $"    S{number}: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/S{(number + 1) % count}' }} }} }}")),
        "properties" => WithAnswer("{ $ref: '#/components/schemas/S' }", "components:\n  schemas:\n    S:\n      type: object\n      properties:\n" + Lines(count, number => $"        p{number}: {{ type: string, enum: [a{number}, b] }}")),
        "references that lead nowhere" => WithAnswer("{ $ref: '#/components/schemas/S' }", "components:\n  schemas:\n    S:\n      type: object\n      properties:\n" + Lines(count, number => $"        p{number}: {{ $ref: '#/components/schemas/Gone{number}' }}")),
        "scalars laid out anew" => WithAnswer("{ type: string }", Lines(count, number => $"x-{number}:\n  a: |\n    \n    text\n  b: \"two\n  words\"")),
        "lines that begin left of their key" => WithAnswer("{ type: string }", "x-all:\n  a: \"text\n" + Lines(count, number => $"line {number}") + "\"\n  b: [\n" + Lines(count, number => $"item {number},") + "]\n"),
        _ => WithAnswer("{ $ref: '#/components/schemas/Base' }", "components:\n  schemas:\n    Base: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string } } }\n" + Lines(count, number => $"    S{number}: {{ allOf: [ {{ $ref: '#/components/schemas/Base' }}, {{ type: object, properties: {{ p: {{ type: string }} }} }} ] }}")),
    };

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var number = 0; number < count; number++)
        {
            text.Append(line(number)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The copy of the generator that counts, for all of these tests.</summary>
    public sealed class Copy
    {
        internal CountedGenerator Generator { get; } = CountedGenerator.Create();
    }
}
