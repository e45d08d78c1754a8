using System.Globalization;
using System.Text;
using SieSmart.Generators.Tests.Fuzzing;
using static SieSmart.Generators.Tests.Robustness.Documents;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>
/// A document four times as long takes about four times as long, whatever it has four times as much of. Measured is the
/// processor time of a process that does nothing else meanwhile: other work on the machine makes clocks go fast.
/// </summary>
[Collection(nameof(LinearCostTests))]
[CollectionDefinition(nameof(LinearCostTests), DisableParallelization = true)]
public sealed class LinearCostTests
{
    private const int Small = 500;
    private const int Factor = 4;

    // Twice what a linear cost comes to: what is quadratic comes to four times that.
    private const double Tolerance = 8;

    [Theory]
    [InlineData("paths")]
    [InlineData("schemas")]
    [InlineData("properties")]
    [InlineData("derived schemas")]
    public void Cost_grows_as_the_document_does(string what)
    {
        Fastest(what, Small);
        var small = Fastest(what, Small);
        var large = Fastest(what, Small * Factor);

        Assert.True(large < small * Tolerance, string.Create(CultureInfo.InvariantCulture, $"{Small} {what} take {small.TotalMilliseconds:F1} ms, {Small * Factor} take {large.TotalMilliseconds:F1} ms."));
    }

    /// <summary>The fastest of several runs, which other work on the machine disturbs least.</summary>
    private static TimeSpan Fastest(string what, int count)
    {
        var document = Client(Text(what, count));
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            var result = BareRun.Of(document);
            var elapsed = Environment.CpuUsage.TotalTime - before;
            Assert.NotEmpty(result.GeneratedSources);
            return elapsed;
        });
    }

    private static string Text(string what, int count) => what switch
    {
        "paths" => "openapi: 3.0.3\npaths:\n" + Lines(count, number => $"  /p{number}: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ text/plain: {{}} }} }} }} }} }}"),
        "schemas" => WithAnswer("{ $ref: '#/components/schemas/S0' }", "components:\n  schemas:\n" + Lines(count, number => $"    S{number}: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/S{(number + 1) % count}' }} }} }}")),
        "properties" => WithAnswer("{ $ref: '#/components/schemas/S' }", "components:\n  schemas:\n    S:\n      type: object\n      properties:\n" + Lines(count, number => $"        p{number}: {{ type: string, enum: [a{number}, b] }}")),
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
}
