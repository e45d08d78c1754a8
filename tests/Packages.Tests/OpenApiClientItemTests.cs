using Packages.Tests.Support;

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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Neither an SDK nor a compiler: only the target before which the generator's own come.
    private async Task<CommandResult> CompileAsync(string items)
    {
        var targets = Path.Combine(BuildSettings.RepositoryRoot, "generators", "SieSmart.Generators", "build", "SieSmart.Generators");
        File.WriteAllText(Path.Combine(_folder, "Consumer.proj"), $"""
            <Project>
              <Import Project="{targets}.props" />
              <ItemGroup>{items}</ItemGroup>
              <Import Project="{targets}.targets" />
              <Target Name="CoreCompile"><Message Importance="high" Text="compiled" /></Target>
            </Project>
            """);
        return await Command.DotNet("msbuild", "Consumer.proj", "-t:CoreCompile", "-nologo").In(_folder).RunAsync();
    }
}
