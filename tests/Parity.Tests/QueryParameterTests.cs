using Parity.Tests.Calls;
using Parity.Tests.Clients;
using Parity.Tests.Inputs;
using Parity.Tests.Requests;
using Parity.Tests.Samples;

namespace Parity.Tests;

/// <summary>What is set reaches the server under the name that the document gives it. This needs no official tool.</summary>
public sealed class QueryParameterTests
{
    [Theory]
    [InlineData("limit", "Limit")]
    [InlineData("pageSize", "PageSize")]
    [InlineData("Offset", "Offset")]
    [InlineData("UPPER", "UPPER")]
    [InlineData("snake_case", "SnakeCase")]
    [InlineData("$top", "Top")]
    [InlineData("a.b", "AB")]
    public async Task A_query_parameter_is_sent_whatever_the_case_of_its_name(string name, string property)
    {
        var url = await UrlAsync($"{{ name: '{name}', in: query, schema: {{ type: integer }} }}", property);

        Assert.Equal($"https://api.example.test/base/things?{name.Replace("$", "%24", StringComparison.Ordinal)}=-7", url);
    }

    [Fact]
    public async Task A_required_query_parameter_is_sent_with_its_value() =>
        Assert.Equal("https://api.example.test/base/things?lang=-7", await UrlAsync("{ name: lang, in: query, required: true, schema: { type: integer } }", "Lang"));

    [Fact]
    public async Task A_query_parameter_of_an_enum_is_sent_as_the_document_spells_its_value() =>
        Assert.Equal("https://api.example.test/base/things?sort=by-name", await UrlAsync("{ name: sort, in: query, schema: { type: string, enum: [by-name] } }", "Sort"));

    private static async Task<string> UrlAsync(string parameter, string property)
    {
        using var file = new TemporaryDocument($"openapi: 3.0.3\ninfo: {{ title: Things, version: '1' }}\npaths:\n  /things:\n    get:\n      parameters: [ {parameter} ]\n      responses: {{ '204': {{ description: ok }} }}\n");
        var client = OurGenerator.Generate(file.Document, ClientForm.New);
        Assert.Empty(client.Faults);
        var executor = Assert.Single(ClientWalk.Executors(client).Values);
        var request = RequestCases.Of(executor, new ModelSamples(client.Assembly)).Single(request => request.Name.StartsWith(property + "=", StringComparison.Ordinal));
        var sent = await request.SendAsync(executor, BaseAddress.Of(client));

        return sent.Split('\n')[0]["GET ".Length..];
    }
}
