using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>Every compiler that may load the generator makes the same of a document: those of the .NET 8 SDKs, and today's.</summary>
public sealed class RoslynVersionTests
{
    private static readonly Lazy<Dictionary<string, string>> Here = new(() => Generate(out _, out _));

    public static TheoryData<string> Versions => [PackageFolder.OldestRoslynVersion, PackageFolder.NewestRoslynVersion];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Generates_and_compiles_the_same_client(string version)
    {
        object?[] said = [null, null];
        var sources = new RoslynContext(version).Call<Dictionary<string, string>>(Generate, said);

        Assert.StartsWith(version, (string)said[0]!, StringComparison.Ordinal);
        Assert.Empty((string[])said[1]!);
        Assert.InRange(sources.Count, 50, int.MaxValue);
        Assert.Equal(Here.Value, sources);
    }

    /// <summary>The client of the repository's document as its package has it, by hint name. Called in the context of each compiler.</summary>
    /// <param name="compiler">The version of the compiler.</param>
    /// <param name="problems">What the generator and the compiler had to say.</param>
    public static Dictionary<string, string> Generate(out string compiler, out string[] problems)
    {
        var document = new OpenApiDocument("/consumer/siesmart.openapi.yaml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "siesmart.openapi.yaml")))
            .With("ClientName", "SieSmartClient")
            .With("Namespace", "SieSmart")
            .With("Preconditions", "Required")
            .With("ExcludePaths", "/oauth/token");
        var run = GeneratorRun.Of(TargetPlatform.Net80, document);
        compiler = typeof(CSharpCompilation).Assembly.GetName().Version!.ToString();
        problems = [.. run.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Concat(run.Compile()).Select(diagnostic => diagnostic.ToString())];
        return new Dictionary<string, string>(run.Sources, StringComparer.Ordinal);
    }
}
