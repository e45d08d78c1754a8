using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Packages.Tests.Support;
using TestSupport;

namespace Packages.Tests;

/// <summary>What <c>dotnet new</c> makes of the templates, built and run outside of the repository.</summary>
public sealed class TemplateTests(PackedSolution packed, InstalledTemplates templates) : PackedTests, IClassFixture<InstalledTemplates>
{
    private const string OwnPackages = "SieSmart.";

    [Fact]
    public void Versions_are_those_that_this_repository_is_built_with()
    {
        var central = XDocument.Parse(RepositoryFiles.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value, StringComparer.Ordinal);
        using var package = packed.Open("SieSmart.Templates");
        var texts = package.Files.Where(name => name.StartsWith("content/", StringComparison.Ordinal)).ToDictionary(name => name, name => Encoding.UTF8.GetString(package.Read(name)), StringComparer.Ordinal);
        var references = texts.Where(text => text.Key.EndsWith(".csproj", StringComparison.Ordinal)).SelectMany(text => XDocument.Parse(text.Value).Descendants("PackageReference")).ToList();

        Assert.DoesNotContain(texts, text => text.Value.Contains("{version of", StringComparison.Ordinal));
        Assert.Contains($"\"version\": \"{packed.Version}\"", texts["content/siesmart/.config/dotnet-tools.json"], StringComparison.Ordinal);
        Assert.NotEmpty(references);
        Assert.All(references, reference =>
        {
            var id = reference.Attribute("Include")!.Value;
            Assert.Equal(id.StartsWith(OwnPackages, StringComparison.Ordinal) ? packed.Version : central[id], reference.Attribute("Version")!.Value);
        });
    }

    [Fact]
    public async Task A_program_meets_a_colleagues_change_in_the_sandbox_that_it_brings_along()
    {
        var folder = await templates.MakeAsync("siesmart", "First.Proposal");
        await templates.DotNetAsync(folder, "tool", "restore");
        await using var sandbox = await templates.StartSandboxAsync(folder);
        var port = new Uri(sandbox.Behind("Base address")).Port.ToString(CultureInfo.InvariantCulture);

        await templates.MakeAsync("siesmart", "First.Proposal", "--port", port, "--force");
        await templates.DotNetAsync(folder, "build", "-warnaserror", "--nologo");
        var output = await templates.DotNetAsync(folder, "run", "--no-build");

        Assert.Contains("Created proposal 1", output, StringComparison.Ordinal);
        Assert.Contains("somebody else changed the assets since you saw it", output, StringComparison.Ordinal);
        Assert.Contains("Assets, none of them twice: 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_made_of_the_document_to_begin_with_and_tested()
    {
        var folder = await templates.MakeAsync("openapi-client", "Acme.Orders");
        var output = await BuildAndTestAsync(folder);

        Assert.Contains("Passed:     2", output, StringComparison.Ordinal);
        Assert.Contains("public partial class OrdersClient", await GeneratedClientAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_made_of_your_own_document_and_tested()
    {
        var document = Path.Combine(templates.Folder, "shop.yaml");
        await File.WriteAllTextAsync(document, "{ openapi: 3.0.3, info: { title: Shop, version: '1' }, servers: [ { url: https://shop.example.com } ], paths: { /carts: { get: { responses: { '204': { description: none } } } } } }", TestContext.Current.CancellationToken);

        var folder = await templates.MakeAsync("openapi-client", "Shop", "--document", document);
        var output = await BuildAndTestAsync(folder);

        Assert.Contains("Passed:     1", output, StringComparison.Ordinal);
        Assert.Contains("Carts", await GeneratedClientAsync(folder), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder, "openapi.yaml", SearchOption.AllDirectories));
    }

    private async Task<string> BuildAndTestAsync(string folder)
    {
        await templates.DotNetAsync(folder, "build", "-warnaserror", "--nologo", "-p:EmitCompilerGeneratedFiles=true");
        return await templates.DotNetAsync(folder, "test", "--no-build", "--nologo");
    }

    private static async Task<string> GeneratedClientAsync(string folder) => string.Concat(await Task.WhenAll(
        Directory.EnumerateFiles(Path.Combine(folder, "src"), "*Client.g.cs", SearchOption.AllDirectories)
            .Select(file => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))));
}
