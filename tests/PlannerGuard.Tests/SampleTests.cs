using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SieSmart.Analyzers.Preconditions;
using SieSmart.Generators;
using SieSmart.Generators.Tests.Compiling;
using TestSupport;

namespace PlannerGuard.Tests;

/// <summary>Microsoft.Graph as its vendor compiled it, with guards beside it.</summary>
public sealed class SampleTests
{
    private const string Sample = "samples/PlannerGuard";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Prints_what_its_readme_shows()
    {
        using var home = new TemporaryDirectory();
        using var process = Process.Start(SampleStart.Of("PlannerGuard", home.Path, new Dictionary<string, string>(StringComparer.Ordinal)))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestWait);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal("", await errors);
        var shown = RepositoryFiles.Read($"{Sample}/README.md").Split("```text\n").Single(block => block.StartsWith("1  ", StringComparison.Ordinal)).Split("```")[0];
        Assert.Equal(shown, output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Its_call_without_an_ETag_does_not_compile_once_the_pragma_is_gone()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var sources = Directory.EnumerateFiles(RepositoryFiles.PathOf(Sample), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(RepositoryFiles.PathOf(Sample), file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(file => string.Join('\n', File.ReadLines(file).Where(line => !line.StartsWith("#pragma", StringComparison.Ordinal))))
            .Append("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;");
        var compilation = CSharpCompilation.Create(
            "PlannerGuard", sources.Select(source => CSharpSyntaxTree.ParseText(source, cancellationToken: cancellationToken)), References(), new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var item = new OpenApiDocument("/planner.openapi.yaml", RepositoryFiles.Read($"{Sample}/planner.openapi.yaml"))
            .With("Engine", "Referenced").With("ClientName", "GraphServiceClient").With("Namespace", "Microsoft.Graph").With("Registration", "false");
        CSharpGeneratorDriver
            .Create([new OpenApiClientGenerator().AsSourceGenerator()], [new DocumentText(item)], optionsProvider: new MetadataOptionsProvider([item]))
            .RunGeneratorsAndUpdateCompilation(compilation, out var guarded, out var faults, cancellationToken);

        Assert.DoesNotContain(faults, fault => fault.Severity >= DiagnosticSeverity.Warning);
        Assert.DoesNotContain(guarded.GetDiagnostics(cancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var found = await guarded.WithAnalyzers([new UnguardedWriteAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);
        var call = Assert.Single(found);
        Assert.Equal(("SIE1001", DiagnosticSeverity.Error), (call.Id, call.Severity));
        Assert.Equal("PatchAsync", call.Location.SourceTree!.GetText(cancellationToken).ToString(call.Location.SourceSpan));
    }

    // What the sample was built with lies beside it; the framework is that of the tests, with ASP.NET Core's part of it.
    private static IEnumerable<MetadataReference> References()
    {
        var sample = Path.GetDirectoryName(typeof(SampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "PlannerGuard").Value)!;
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(framework, "../../Microsoft.AspNetCore.App", Path.GetFileName(framework));
        return new[] { sample, framework, web }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(IsManaged)
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .Where(file => Path.GetFileName(file) != "PlannerGuard.dll")
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    private static bool IsManaged(string file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
