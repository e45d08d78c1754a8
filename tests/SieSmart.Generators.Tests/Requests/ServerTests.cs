using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Requests;

/// <summary>Servers to which no request would go are told at their lines.</summary>
public sealed class ServerTests
{
    [Theory]
    [InlineData("SIE2005", 2, "    get: { responses: { '204': { description: ok } } }", "https://{tenant}.example.test")]
    [InlineData("SIE2007", 5, "    servers: [ { url: https://files.example.test } ]\n    get: { responses: { '204': { description: ok } } }", "https://api.example.test")]
    [InlineData("SIE2007", 6, "    get:\n      servers: [ { url: https://files.example.test } ]\n      responses: { '204': { description: ok } }", "https://api.example.test")]
    public void What_requests_do_not_follow_is_told_at_its_line(string rule, int line, string path, string server)
    {
        var warning = Assert.Single(Run(server, path).Diagnostics);

        Assert.Equal((rule, line), (warning.Id, warning.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void What_is_said_again_is_no_fault() => Assert.Empty(
        Run("https://api.example.test", "    servers: [ { url: https://api.example.test } ]\n    get: { responses: { '204': { description: ok } } }").Diagnostics);

    [Fact]
    public void What_the_client_leaves_out_is_no_fault() => Assert.DoesNotContain(
        Run("https://api.example.test", "    servers: [ { url: https://files.example.test } ]\n    get: { responses: { '204': { description: ok } } }", excluded: "/x").Diagnostics,
        diagnostic => diagnostic.Id == "SIE2007");

    private static GeneratorRun Run(string server, string path, string excluded = "") => GeneratorRun.WithoutRuntime(TargetPlatform.Net100, new OpenApiDocument(
        "/consumer/api.yaml",
        $"openapi: 3.0.3\ninfo: {{ title: Api, version: '1' }}\nservers: [ {{ url: '{server}' }} ]\npaths:\n  /x:\n{path}\n").With("Preconditions", "None").With("ExcludePaths", excluded));
}
