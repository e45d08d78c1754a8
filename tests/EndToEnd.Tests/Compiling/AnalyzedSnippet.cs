using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SieSmart.Analyzers.Preconditions;

namespace EndToEnd.Tests.Compiling;

/// <summary>A program as <see cref="CSharpSnippet"/> compiles it, judged by the analyzers, too, that the runtime package brings.</summary>
internal static class AnalyzedSnippet
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Analyzers = new(() =>
        [.. typeof(UnguardedWriteAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)]);

    /// <summary>What they and the compiler have to say, hints left out.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> CheckAsync(string program, CancellationToken cancellationToken)
    {
        var diagnostics = await CSharpSnippet.Compilation(program).WithAnalyzers(Analyzers.Value).GetAllDiagnosticsAsync(cancellationToken);
        return [.. diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }
}
