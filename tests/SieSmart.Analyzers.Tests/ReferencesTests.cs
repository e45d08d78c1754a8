using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests;

/// <summary>What a project references decides what there is to look at.</summary>
public sealed class ReferencesTests
{
    private const string Runtime = """
        [assembly: System.Reflection.AssemblyVersion("VERSION")]
        namespace SieSmart.Runtime
        {
            public readonly struct ETag { }
            public class Versioned { public ETag ETag => default; }
            public sealed class VersionScopeAttribute(string pathTemplate) : System.Attribute { public string PathTemplate { get; } = pathTemplate; }
        }
        """;

    [Fact]
    public async Task Without_the_runtime_package_there_is_nothing_to_say()
    {
        var compilation = Compile("Consumer", """
            public class AcmeClientOptions { public string ClientSecret { get; set; } = "s3cr3t"; }
            """);

        Assert.Empty(await AnalyzeAsync(compilation));
    }

    [Fact]
    public async Task A_client_may_be_built_with_an_older_runtime_package()
    {
        var client = Compile(
            "Client",
            """
            public class Thing { [SieSmart.Runtime.VersionScope("/thing")] public void Put(SieSmart.Runtime.ETag ifMatch) { } }
            """,
            Reference("SieSmart.Runtime", Runtime.Replace("VERSION", "1.0.0.0", StringComparison.Ordinal)));
        var consumer = Compile(
            "Consumer",
            "public class Consumer { public void Run(Thing thing) => thing.Put(default); }",
            Reference("SieSmart.Runtime", Runtime.Replace("VERSION", "2.0.0.0", StringComparison.Ordinal)),
            Emit(client));

        Assert.Equal("SIE1001", Assert.Single(await AnalyzeAsync(consumer)).Id);
    }

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Assert.DoesNotContain(compilation.GetDiagnostics(cancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return await compilation.WithAnalyzers(Consumer.Analyzers).GetAnalyzerDiagnosticsAsync(cancellationToken);
    }

    private static PortableExecutableReference Reference(string name, string source) => Emit(Compile(name, source));

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    private static CSharpCompilation Compile(string name, string source, params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
        [.. references, .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
