using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Secrets;

/// <summary>SIE3001: a client secret in source code.</summary>
public sealed class LiteralSecretTests
{
    [Theory]
    [InlineData("var options = new SieSmartClientOptions { ClientId = \"broker\", ClientSecret = {|SIE3001:\"s3cr3t\"|} };")]
    [InlineData("var options = new SieSmartClientOptions(); options.ClientSecret = {|SIE3001:\"s3cr3t\"|};")]
    [InlineData("const string Secret = \"s3cr3t\"; var options = new SieSmartClientOptions { ClientSecret = {|SIE3001:Secret|} };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = {|SIE3001:\"s3\" + \"cr3t\"|} };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = Environment.GetEnvironmentVariable(\"SECRET\") ?? {|SIE3001:\"s3cr3t\"|} };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = assets.Count > 0 ? {|SIE3001:\"s3cr3t\"|} : null };")]
    [InlineData("Action<SieSmartClientOptions> configure = options => options.ClientSecret = {|SIE3001:\"s3cr3t\"|};")]
    [InlineData("var options = new SieSmartClientOptions(); options.ClientSecret ??= {|SIE3001:\"s3cr3t\"|};")]
    public Task Reports_a_literal(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Theory]
    [InlineData("class AcmeClientOptions { public string ClientSecret { get; set; } = {|SIE3001:\"s3cr3t\"|}; }")]
    [InlineData("record AcmeClientOptions(string ClientSecret) { public static AcmeClientOptions Test => new({|SIE3001:\"s3cr3t\"|}); }")]
    [InlineData("""
        [AcmeClientOptions(ClientSecret = {|SIE3001:"s3cr3t"|})]
        class AcmeApi;
        class AcmeClientOptionsAttribute : Attribute { public string? ClientSecret { get; set; } }
        """)]
    public Task Reports_a_literal_of_any_client(string source) => Consumer.ExpectAsync(source);

    [Theory]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = Environment.GetEnvironmentVariable(\"SECRET\") };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = \"\" };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = null };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = \"<your secret>\" };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = \"${SIESMART_SECRET}\" };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = \"SieSmart:ClientSecret\" };")]
    [InlineData("var options = new SieSmartClientOptions { ClientSecret = Read(\"SieSmart:ClientSecret\") }; static string Read(string key) => key;")]
    [InlineData("var options = new SieSmartClientOptions { ClientId = \"broker\", Audience = \"https://api.example\" };")]
    public Task Accepts_what_is_no_secret(string statements) => Consumer.ExpectInMethodAsync(statements);

    [Fact]
    public Task Minds_its_own_business() =>
        Consumer.ExpectAsync("class SandboxSettings { public string ClientSecret { get; set; } = \"published\"; }");

    [Fact]
    public async Task Lets_test_projects_make_secrets_up() =>
        Assert.Empty(await Consumer.AnalyzeAsync(
            Consumer.Method("var options = new SieSmartClientOptions { ClientSecret = \"s3cr3t\" };"),
            MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));
}
