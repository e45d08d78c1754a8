namespace Packages.Tests.Support;

/// <summary>A project outside the repository that has the generator as a package and Kiota's packages, and nothing else of ours.</summary>
public sealed class GeneratorConsumer(PackedSolution packed) : IAsyncLifetime
{
    private string Project => Path.Combine(packed.Root, "generator-consumer");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!PackedSolution.IsPossible)
        {
            return;
        }

        await packed.MakeAsync();
        Directory.CreateDirectory(Project);
        packed.BeFeedOf(Project);
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("library.yaml", Document);
        Write("off.globalconfig", "is_global = true\ndotnet_diagnostic.SIE2017.severity = none\n");
        Write("Program.cs", Program);
        Write("Consumer.csproj", ProjectFile());
        await packed.Consumer(Project, "restore", "--nologo", "-v", "quiet").MustSucceedAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Builds the project with some properties set.</summary>
    internal Task<CommandResult> BuildAsync(params IReadOnlyList<string> properties) =>
        packed.Consumer(Project, ["build", "--no-restore", "--nologo", "--no-incremental", .. properties.Select(property => "-p:" + property)]).RunAsync();

    /// <summary>Builds the project with an <c>.editorconfig</c> beside it.</summary>
    internal async Task<CommandResult> BuildWithEditorConfigAsync(string text)
    {
        Write(".editorconfig", text);
        try
        {
            return await BuildAsync();
        }
        finally
        {
            File.Delete(Path.Combine(Project, ".editorconfig"));
        }
    }

    /// <summary>Runs what was built.</summary>
    internal Task<CommandResult> RunAsync() => packed.Consumer(Project, "run", "--no-build", "--no-restore").RunAsync();

    private const string Document = """
        openapi: 3.0.3
        info: { title: Library, version: '1' }
        servers: [ { url: https://library.example.org } ]
        paths:
          /books/{book-id}:
            get:
              operationId: book
              parameters: [ { name: book-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
            put:
              operationId: book
              parameters: [ { name: book-id, in: path, required: true, schema: { type: integer, format: int64 } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Book: { type: object, properties: { title: { type: string } } }
        """;

    private const string Program = """
        using Library;
        using Library.Models;
        using Microsoft.Kiota.Abstractions.Authentication;
        using Microsoft.Kiota.Http.HttpClientLibrary;

        var client = new LibraryClient(new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()));
        Console.WriteLine(client.Books[42].ToPutRequestInformation(new Book { Title = "Dubliners" }).URI);
        """;

    private string ProjectFile() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SieSmart.Generators" Version="{packed.Version}" />
            <PackageReference Include="Microsoft.Kiota.Abstractions" Version="{BuildSettings.KiotaVersion}" />
            <PackageReference Include="Microsoft.Kiota.Http.HttpClientLibrary" Version="{BuildSettings.KiotaVersion}" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Form" Version="{BuildSettings.KiotaVersion}" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Json" Version="{BuildSettings.KiotaVersion}" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Multipart" Version="{BuildSettings.KiotaVersion}" />
            <PackageReference Include="Microsoft.Kiota.Serialization.Text" Version="{BuildSettings.KiotaVersion}" />
          </ItemGroup>
          <ItemGroup>
            <OpenApiClient Include="library.yaml" ClientName="LibraryClient" Namespace="Library" Preconditions="None" DirectJson="false" />
            <GlobalAnalyzerConfigFiles Include="off.globalconfig" Condition="'$(OffBy)' == 'globalconfig'" />
          </ItemGroup>
        </Project>
        """;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Project, name), text.ReplaceLineEndings("\n"));
}
