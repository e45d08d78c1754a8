using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Requests;

/// <summary>Durations and times are sent as their formats say, in queries and in paths; Kiota's runtime throws, or loses fractions.</summary>
public sealed class DurationTests
{
    [Theory]
    [InlineData("duration", "System.TimeSpan.FromMinutes(90)", "PT1H30M")]
    [InlineData("duration", "new System.TimeSpan(400, 0, 0, 0, 5)", "P400DT0.005S")]
    [InlineData("time", "new Microsoft.Kiota.Abstractions.Time(1, 2, 3)", "01%3A02%3A03")]
    [InlineData("time", "new Microsoft.Kiota.Abstractions.Time(new System.DateTime(2026, 1, 1, 1, 2, 3, 40))", "01%3A02%3A03.04")]
    [InlineData("date", "new Microsoft.Kiota.Abstractions.Date(2026, 1, 2)", "2026-01-02")]
    [InlineData("date-time", "new System.DateTimeOffset(2026, 1, 2, 3, 4, 5, System.TimeSpan.FromHours(1))", "2026-01-02T03%3A04%3A05.0000000%2B01%3A00")]
    public void A_value_is_text_of_its_format_in_a_query_and_in_a_path(string format, string value, string text)
    {
        Assert.Equal($"/x?q={text}", UrlOf($"{{ name: q, in: query, schema: {{ type: string, format: {format} }} }}", $"it.QueryParameters.Q = {value}"));
        Assert.Equal($"/x?q={text}", UrlOf($"{{ name: q, in: query, required: true, schema: {{ type: string, format: {format} }} }}", $"it.QueryParameters.Q = {value}"));
        Assert.Equal($"/x?q={text}&q={text}", UrlOf(
            $"{{ name: q, in: query, schema: {{ type: array, items: {{ type: string, format: {format} }} }} }}",
            $"{{ var item = {value}; it.QueryParameters.Q = new[] {{ ({Nullable(format)})item, item }}; }}"));
        Assert.Equal($"/y/{text}", GeneratedRequest.UrlOf(
            $"  /y/{{at}}:\n    get: {{ parameters: [ {{ name: at, in: path, required: true, schema: {{ type: string, format: {format} }} }} ], responses: {{ '204': {{ description: ok }} }} }}",
            $"client.Y[{value}].ToGetRequestInformation()"));
        Assert.Equal($"/f(at={text})", GeneratedRequest.UrlOf(
            $"  /f(at={{at}}):\n    get: {{ parameters: [ {{ name: at, in: path, required: true, schema: {{ type: string, format: {format} }} }} ], responses: {{ '204': {{ description: ok }} }} }}",
            $"client.FWithAt({value}).ToGetRequestInformation()"));
    }

    [Fact]
    public void A_list_of_durations_in_a_path_is_text() => Assert.Equal("/f(a=PT1H,P1D,b=x)", GeneratedRequest.UrlOf(
        """
          /f(a={a},b={b}):
            get:
              parameters:
                - { name: a, in: path, required: true, schema: { type: array, items: { type: string, format: duration } } }
                - { name: b, in: path, required: true, schema: { type: string } }
              responses: { '204': { description: ok } }
        """,
        "client.FWithAWithB(new System.TimeSpan?[] { System.TimeSpan.FromHours(1), System.TimeSpan.FromDays(1) }, \"x\").ToGetRequestInformation()"));

    private static string Nullable(string format) => format switch
    {
        "duration" => "System.TimeSpan?",
        "time" => "Microsoft.Kiota.Abstractions.Time?",
        "date" => "Microsoft.Kiota.Abstractions.Date?",
        _ => "System.DateTimeOffset?",
    };

    private static string UrlOf(string parameters, string set) => GeneratedRequest.UrlOf(
        $"  /x:\n    get:\n      parameters: [ {parameters} ]\n      responses: {{ '204': {{ description: ok }} }}", $"client.X.ToGetRequestInformation(it => {set})");
}
