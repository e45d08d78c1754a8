using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Flow;
using SieSmart.Analyzers.Flow.Evaluation;
using SieSmart.Analyzers.Flow.States;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Follows ETags from where they come from to the writes that they guard (SIE1001 to SIE1003, SIE1005, SIE1006).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VersionFlowAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DiagnosticRules.WriteWithoutETag, DiagnosticRules.StaleETag, DiagnosticRules.AnyETag,
        DiagnosticRules.DroppedVersion, DiagnosticRules.ForeignETag,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is { } symbols)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, symbols));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, RuntimeSymbols symbols)
    {
        // A constructor and its initializer are two blocks of one graph.
        var seen = new HashSet<IOperation>();
        foreach (var block in context.OperationBlocks)
        {
            if (block.Kind is OperationKind.None or OperationKind.Attribute || !HasGuardedCall(block, symbols))
            {
                continue;
            }

            var graph = context.GetControlFlowGraph(block);
            if (!seen.Add(graph.OriginalOperation))
            {
                continue;
            }

            var uses = new VariableUses(graph.OriginalOperation, context.OwningSymbol);
            var function = new FlowFunction(graph, uses, FlowState.Empty, context.OwningSymbol, IsRepeated: false);
            var analysis = new FunctionAnalysis(
                symbols,
                (current, ways) => new GuardedCallRules(current, ways, symbols, context.ReportDiagnostic),
                context.CancellationToken);
            analysis.Run(function);
        }
    }

    private static bool HasGuardedCall(IOperation block, RuntimeSymbols symbols) =>
        block.Descendants().Any(operation =>
            operation is IInvocationOperation { TargetMethod: var method } && symbols.Describe(method) is { IsGuarded: true });
}
