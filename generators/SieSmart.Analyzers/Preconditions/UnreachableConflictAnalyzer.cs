using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Handlers;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Reports handlers that catch a conflict as the API's error type, as which a guarded call never throws it (SIE1009).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreachableConflictAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticRules.UnreachableConflictHandler];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is { PreconditionFailed: { } conflict, ApiException: { } failure } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols, conflict, failure), OperationKind.CatchClause);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, RuntimeSymbols symbols, INamedTypeSymbol conflict, INamedTypeSymbol failure)
    {
        var handler = (ICatchClauseOperation)context.Operation;
        if (handler is { ExceptionType: { } type, Filter: { } filter, Parent: ITryOperation attempt }
            && IsErrorModel(type, failure)
            && !RuntimeSymbols.DerivesFrom(conflict, type)
            && StatusFilter.AsksForConflict(filter)
            && Write(attempt, symbols) is { } write)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticRules.UnreachableConflictHandler, CatchHead.Of(handler), write.TargetMethod.Name, type.Name));
        }
    }

    // Kiota's error models are exceptions that can be read from an answer.
    private static bool IsErrorModel(ITypeSymbol type, INamedTypeSymbol failure) =>
        RuntimeSymbols.DerivesFrom(type, failure)
        && type.AllInterfaces.Any(contract => string.Equals(contract.Name, "IParsable", StringComparison.Ordinal));

    // All that the attempt sends has to be of a client with guarded calls alone: what Kiota's own calls throw is the model.
    private static IInvocationOperation? Write(ITryOperation attempt, RuntimeSymbols symbols)
    {
        var calls = attempt.Body.Descendants().OfType<IInvocationOperation>()
            .Where(call => symbols.BuilderOf(call.TargetMethod) is not null)
            .ToList();
        return calls.All(call => symbols.Describe(call.TargetMethod) is { RequiresIfMatch: false } && !HasUnguardedOverload(call.TargetMethod, symbols))
            ? calls.FirstOrDefault(call => symbols.Describe(call.TargetMethod) is { SendsGuardedWrite: true })
            : null;
    }

    private static bool HasUnguardedOverload(IMethodSymbol method, RuntimeSymbols symbols) =>
        symbols.BuilderOf(method) is { } builder && symbols.Overloads(builder, method.Name).Any(other => symbols.Describe(other) is { RequiresIfMatch: true });
}
