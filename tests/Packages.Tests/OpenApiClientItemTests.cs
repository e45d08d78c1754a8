using System.Text.Json;
using System.Text.RegularExpressions;
using Packages.Tests.Support;
using TestSupport;

namespace Packages.Tests;

/// <summary>Mistakes in the items that ask for clients, as the generator's own targets find them before anything is compiled.</summary>
public sealed class OpenApiClientItemTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("siesmart-items-").FullName;

    [Fact]
    public async Task Two_clients_of_one_document_fail_with_what_to_do()
    {
        File.WriteAllText(Path.Combine(_folder, "library.yaml"), "openapi: 3.0.3");
        var build = await CompileAsync("""<OpenApiClient Include="library.yaml;./library.yaml" />""");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("library.yaml' twice", build.Output, StringComparison.Ordinal);
        Assert.Contains("Copy the document", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_there_fails_with_its_name()
    {
        var build = await CompileAsync("""<OpenApiClient Include="missing.yaml" />""");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("'missing.yaml'", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_of_two_documents_are_compiled()
    {
        File.WriteAllText(Path.Combine(_folder, "library.yaml"), "openapi: 3.0.3");
        File.WriteAllText(Path.Combine(_folder, "orders.yaml"), "openapi: 3.0.3");
        var build = await CompileAsync("""<OpenApiClient Include="library.yaml;orders.yaml" />""");

        Assert.Equal(0, build.ExitCode);
        Assert.Contains("compiled", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""Precondition="None" """, "Precondition")]
    [InlineData("""ClientName="Library" Precondition="a, Odd=&quot;b&quot;;c\" IncludePath="/x" """, "IncludePath, Precondition")]
    [InlineData("""ClientName="Library" Preconditions="None" IncludePaths="/x" Link="shown.yaml" CopyToOutputDirectory="Never" """, null)]
    public async Task Metadata_that_nothing_reads_is_told(string metadata, string? unknown)
    {
        File.WriteAllText(Path.Combine(_folder, "library.yaml"), "openapi: 3.0.3");
        File.WriteAllText(Path.Combine(_folder, "orders.yaml"), "openapi: 3.0.3");
        var build = await CompileAsync($"""<OpenApiClient Include="orders.yaml" ClientName="Orders" /><OpenApiClient Include="library.yaml" {metadata}/>""");

        Assert.Equal(0, build.ExitCode);
        var told = Regex.Matches(build.Output, "warning : The OpenApiClient item \"library.yaml\" has metadata that nothing reads: (?<names>[^.]+)[.] A name may be misspelled; these have a meaning: ClientName,", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.Equal(unknown is null ? 0 : 1, told.Count);
        Assert.DoesNotContain("orders.yaml\" has", build.Output, StringComparison.Ordinal);
        Assert.All(told, match => Assert.Equal(unknown, string.Join(", ", match.Groups["names"].Value.Split(", ").Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("mine.overlay.yaml", 1)]
    [InlineData("mine.overlay.yaml;sub/yours.overlay.yaml", 2)]
    [InlineData("", 0)]
    public async Task Overlays_of_an_item_come_to_the_compiler_by_their_full_paths(string overlays, int count)
    {
        WriteProject($"""<OpenApiClient Include="library.yaml" Overlay="{overlays}" />""");
        var evaluation = await Command.DotNet("msbuild", "Consumer.proj", "-getItem:AdditionalFiles", "-nologo").In(_folder).RunAsync();

        Assert.Equal(0, evaluation.ExitCode);
        var files = JsonDocument.Parse(evaluation.Output).RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray().ToLookup(file => file.GetProperty("SourceItemGroup").GetString());
        var client = Assert.Single(files["OpenApiClient"]);
        Assert.Equal(overlays.Replace(';', '|'), client.GetProperty("Overlay").GetString());
        Assert.Equal(_folder, client.GetProperty("ProjectFolder").GetString());
        Assert.Equal(overlays.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(overlay => Path.Combine(_folder, overlay)), files["OpenApiOverlay"].Select(file => file.GetProperty("Identity").GetString()));
        Assert.Equal(count, files["OpenApiOverlay"].Count());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Neither an SDK nor a compiler: only the target before which the generator's own come.
    private async Task<CommandResult> CompileAsync(string items)
    {
        WriteProject(items);
        return await Command.DotNet("msbuild", "Consumer.proj", "-t:CoreCompile", "-nologo").In(_folder).RunAsync();
    }

    private void WriteProject(string items)
    {
        var targets = RepositoryFiles.PathOf("generators", "SieSmart.Generators", "build", "SieSmart.Generators");
        File.WriteAllText(Path.Combine(_folder, "Consumer.proj"), $"""
            <Project>
              <Import Project="{targets}.props" />
              <ItemGroup>{items}</ItemGroup>
              <Import Project="{targets}.targets" />
              <Target Name="CoreCompile"><Message Importance="high" Text="compiled" /></Target>
            </Project>
            """);
    }
}
