using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Reports calls of methods that need an If-Match header but don't ask for an ETag (SIE1001).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnguardedWriteAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticRules.WriteWithoutETag];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, RuntimeSymbols symbols)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (symbols.Describe(invocation.TargetMethod) is { RequiresIfMatch: true } operation && !IfMatchHeader.MayBeAdded(invocation))
        {
            var name = invocation.TargetMethod.Name;
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticRules.WriteWithoutETag,
                InvocationSyntax.Name(invocation),
                operation.IsError ? DiagnosticSeverity.Error : DiagnosticRules.WriteWithoutETag.DefaultSeverity,
                additionalLocations: null,
                properties: null,
                name,
                "call the overload that takes the ETag of the version that you read"));
        }
    }
}
