using Packages.Tests.Support;

namespace Packages.Tests;

/// <summary>The tool that compares documents, installed from its package as anybody does it.</summary>
public sealed class SpecDiffToolTests(PackedSolution packed) : PackedTests, IAsyncLifetime
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Library, version: '1' }
        paths:
          /books/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
            get:
              responses: { '200': { description: one, headers: { ETag: { schema: { type: string } } } } }
            put:
              parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ]
              responses: { '204': { description: done } }
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <OpenApiClient Include="library.yaml" ClientName="LibraryClient" Namespace="Library" PreconditionExempt="PUT /books/{id}" Condition="'$(TargetFramework)' == 'net10.0'" />
          </ItemGroup>
        </Project>
        """;

    private string Folder => Path.Combine(packed.Root, "specdiff");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await packed.MakeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Is_installed_and_compares_documents_as_they_are_and_as_a_project_takes_them()
    {
        await InstallAsync();

        var asTheyAre = await SpecDiff("before.yaml", "library.yaml");
        var ofTheProject = await SpecDiff("before.yaml", "--project", "Library.csproj", "--format", "markdown");

        Assert.True((asTheyAre.ExitCode, ofTheProject.ExitCode) == (1, 1), asTheyAre.Output + ofTheProject.Output);
        Assert.Contains("[guard-undeclared]", asTheyAre.Output, StringComparison.Ordinal);
        Assert.Contains("`parameter-added-required`", ofTheProject.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("guard-", ofTheProject.Output, StringComparison.Ordinal);
    }

    private async Task InstallAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(Folder);
        packed.BeFeedOf(Folder);
        await packed.Consumer(Folder, "tool", "install", "SieSmart.SpecDiff", "--version", packed.Version, "--source", packed.Feed, "--tool-path", Path.Combine(Folder, "tools")).MustSucceedAsync();
        await File.WriteAllTextAsync(Path.Combine(Folder, "before.yaml"), Document, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Folder, "library.yaml"), Document.Replace("name: If-Match", "name: If-None-Match", StringComparison.Ordinal), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Folder, "Library.csproj"), Project, cancellationToken);
    }

    private Task<CommandResult> SpecDiff(params IReadOnlyList<string> arguments) =>
        new Command(Path.Combine(Folder, "tools", "siesmart-specdiff"), arguments) { Folder = Folder }.RunAsync();
}
