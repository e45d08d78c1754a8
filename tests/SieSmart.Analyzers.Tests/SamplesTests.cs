using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SieSmart.Analyzers.Tests.Compiling;
using TestSupport;

namespace SieSmart.Analyzers.Tests;

/// <summary>What people copy is sound.</summary>
public sealed class SamplesTests
{
    // A folder without a project holds what several samples share; a project without our client is another client's.
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateDirectories(RepositoryFiles.PathOf("samples"))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(sample => RepositoryFiles.Has($"samples/{sample}/{sample}.csproj") && RepositoryFiles.Read($"samples/{sample}/{sample}.csproj").Contains("SieSmart.Client.csproj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Says_nothing_of_a_sample(string sample)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = RepositoryFiles.PathOf("samples", sample);
        var compilation = Consumer.Compile([.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(file => (File.ReadAllText(file), file))]);

        // What only a sample references is missing here; its calls of the client must be understood nevertheless.
        Assert.Contains(compilation.SyntaxTrees, tree => CallsClient(tree, compilation.GetSemanticModel(tree)));
        var diagnostics = await compilation.WithAnalyzers(Consumer.Analyzers).GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Equal("", string.Join('\n', diagnostics));
    }

    /// <summary>By a request builder, or by what the client adds to it.</summary>
    private static bool CallsClient(SyntaxTree tree, SemanticModel model) =>
        tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(call => model.GetSymbolInfo(call, TestContext.Current.CancellationToken).Symbol is IMethodSymbol
            {
                Name: "GetAsync" or "PostAsync" or "PutAsync" or "DeleteAsync" or "CreateProposalAsync" or "OpenProposalAsync",
                ContainingType.BaseType.Name: "BaseRequestBuilder",
            });
}
