using System.Reflection;
using Parity.Tests.Calls;
using Parity.Tests.Clients;
using Parity.Tests.Inputs;
using Parity.Tests.Requests;
using Parity.Tests.Samples;

namespace Parity.Tests;

/// <summary>Where requests go, what they say of their body and what they ask for. This needs no official tool.</summary>
public sealed class SentRequestTests
{
    private const string Schema = "{ schema: { $ref: '#/components/schemas/Thing' } }";

    [Theory]
    [InlineData("application/json", "application/json", "application/json; profile=\"CamelCase\"", "application/json; profile=\"PascalCase\"")]
    [InlineData("application/json", "application/json; profile=\"CamelCase\"", "application/json")]
    [InlineData("application/json; v=2", "application/json; v=2", "application/json; v=3")]
    [InlineData("application/vnd.a+json", "application/vnd.a+json", "application/json")]
    [InlineData("application/json", "application/json", "application/vnd.a+json")]
    [InlineData("application/json", "text/plain", "application/json")]
    [InlineData("application/vnd.a+json", "application/*+json", "application/vnd.a+json")]
    [InlineData("application/json", "application/*+json")]
    public async Task A_body_has_the_first_plain_media_type(string sent, params string[] declared)
    {
        var request = await SendAsync(Document("https://api.example.test", Content("requestBody: { content: {", declared) + " }, responses: { '204': { description: ok } }"));

        Assert.Contains($"\nContent-Type: {sent}\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/vnd.b+json, application/vnd.a+json, application/json", "application/vnd.b+json", "application/vnd.a+json", "application/json")]
    [InlineData("text/plain;q=0.9, application/json", "text/plain", "application/json")]
    public async Task Answers_are_asked_for_in_the_order_of_the_document(string accepted, params string[] declared)
    {
        var request = await SendAsync(Document("https://api.example.test", Content("responses: { '200': { description: ok, content: {", declared) + " } }"));

        Assert.Contains($"\nAccept: {accepted}\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'https://{region}.example.test:{port}/{base}', variables: { region: { default: eu, enum: [ eu, us ] }, port: { default: '443' }, base: { default: v2 } }", "https://eu.example.test/v2/things")]
    [InlineData("'{scheme}://api.example.test/', variables: { scheme: { default: https } }", "https://api.example.test/things")]
    [InlineData("'https://api.example.test{base}', variables: { base: { default: '' } }", "https://api.example.test/things")]
    public async Task A_server_s_variables_have_their_defaults(string server, string url) =>
        Assert.StartsWith($"POST {url}\n", await SendAsync(Document(server, "responses: { '204': { description: ok } }")), StringComparison.Ordinal);

    [Theory]
    [InlineData("/v2")]
    [InlineData("../x")]
    [InlineData("//api.example.test/v2")]
    [InlineData("'https://{tenant}.example.test'")]
    public async Task A_server_that_is_no_whole_address_is_refused_until_there_is_one(string server)
    {
        using var file = new TemporaryDocument(Document(server, "responses: { '204': { description: ok } }"));
        var client = OurGenerator.Generate(file.Document, ClientForm.New);
        using var transport = new StubTransport(() => throw new InvalidOperationException("Nothing is sent here."));

        var refusal = Assert.IsType<InvalidOperationException>(Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(client.Root, transport.Adapter(address: null))).InnerException);

        Assert.Contains(server.Trim('\''), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("BaseUrl", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("POST https://api.example.test/base/things\n", await SendAsync(client, new BaseAddress(Own: null)), StringComparison.Ordinal);
    }

    private static string Content(string before, string[] mediaTypes) => before + string.Join(", ", mediaTypes.Select(mediaType => $" '{mediaType}': {Schema}")) + " }";

    private static string Document(string server, string operation) =>
        $"openapi: 3.0.3\ninfo: {{ title: Things, version: '1' }}\nservers: [ {{ url: {server} }} ]\npaths:\n  /things:\n    post: {{ {operation} }}\ncomponents: {{ schemas: {{ Thing: {{ type: object, properties: {{ name: {{ type: string }} }} }} }} }}\n";

    private static async Task<string> SendAsync(string document)
    {
        using var file = new TemporaryDocument(document);
        var client = OurGenerator.Generate(file.Document, ClientForm.New);
        return await SendAsync(client, BaseAddress.Of(client));
    }

    private static async Task<string> SendAsync(CompiledClient client, BaseAddress address)
    {
        Assert.Empty(client.Faults);
        var executor = Assert.Single(ClientWalk.Executors(client).Values);
        return await RequestCases.Of(executor, new ModelSamples(client.Assembly)).First().SendAsync(executor, address);
    }
}
