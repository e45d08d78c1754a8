using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Handlers;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>Reports handlers after which nobody knows that a change was refused (SIE1007).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedConflictAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticRules.SwallowedConflict];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is { PreconditionFailed: { } conflict } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols, conflict), OperationKind.CatchClause);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, RuntimeSymbols symbols, INamedTypeSymbol conflict)
    {
        var handler = (ICatchClauseOperation)context.Operation;
        if (IsOfConflict(handler, conflict)
            && Swallows(handler)
            && handler.Parent is ITryOperation attempt
            && !IsRetried(attempt)
            && !TellsOfSuccess(attempt)
            && !ReadsAfterwards(attempt, symbols)
            && SendsGuardedWrite(attempt, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticRules.SwallowedConflict, CatchHead.Of(handler)));
        }
    }

    private static bool IsOfConflict(ICatchClauseOperation handler, INamedTypeSymbol conflict) =>
        RuntimeSymbols.Same(handler.ExceptionType, conflict)
            ? handler.Filter is null
            : RuntimeSymbols.DerivesFrom(conflict, handler.ExceptionType) && handler.Filter is { } filter && AsksForConflict(filter, conflict);

    private static bool AsksForConflict(IOperation filter, INamedTypeSymbol conflict) =>
        TestedType.Of(filter) is { } type ? RuntimeSymbols.Same(type, conflict) : StatusFilter.AsksForConflict(filter);

    // Nothing but log messages without the exception: who does anything else may well handle the conflict.
    private static bool Swallows(ICatchClauseOperation handler) => handler.Handler.Operations.All(statement => statement switch
    {
        IEmptyOperation => true,
        IReturnOperation { ReturnedValue: null } => true,
        IExpressionStatementOperation { Operation: IInvocationOperation call } => IsLog(call) && !Uses(call, handler),
        _ => false,
    });

    private static bool IsLog(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType.ToDisplayString();
        return type is "System.Console" or "System.Diagnostics.Debug" or "System.Diagnostics.Trace"
            or "Microsoft.Extensions.Logging.LoggerExtensions" or "Microsoft.Extensions.Logging.ILogger" or "System.IO.TextWriter";
    }

    private static bool Uses(IOperation operation, ICatchClauseOperation handler) =>
        operation.Descendants().OfType<ILocalReferenceOperation>().Any(reference => handler.Locals.Contains(reference.Local, SymbolEqualityComparer.Default));

    // In a loop the next round may read again.
    private static bool IsRetried(ITryOperation attempt)
    {
        for (var parent = attempt.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is ILoopOperation or ILabeledOperation)
            {
                return true;
            }
        }

        return false;
    }

    // What the attempt returns or leaves in a variable tells whoever comes after whether it succeeded.
    private static bool TellsOfSuccess(ITryOperation attempt) =>
        attempt.Body.Descendants().Any(operation => operation switch
        {
            IReturnOperation returning => returning.ReturnedValue is not null || FollowedByMore(attempt),
            IBranchOperation => true,
            IAssignmentOperation assignment => IsVisibleOutside(assignment.Target, attempt),
            IIncrementOrDecrementOperation => true,
            _ => false,
        });

    // Whatever happened, the program looks at the result.
    private static bool ReadsAfterwards(ITryOperation attempt, RuntimeSymbols symbols) =>
        attempt.Parent is IBlockOperation { Operations: var statements }
        && statements.Skip(statements.IndexOf(attempt) + 1)
            .SelectMany(statement => statement.DescendantsAndSelf())
            .Any(operation => operation is IInvocationOperation call && symbols.Describe(call.TargetMethod) is { ReturnsVersion: true, IsGuarded: false });

    private static bool FollowedByMore(ITryOperation attempt) =>
        attempt.Parent is not IBlockOperation { Operations: var statements } || statements.Last(statement => !statement.IsImplicit) != attempt;

    private static bool IsVisibleOutside(IOperation target, ITryOperation attempt) => target switch
    {
        IDiscardOperation => false,
        IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } => false,
        IDeclarationExpressionOperation => false,
        ITupleOperation tuple => tuple.Elements.Any(element => IsVisibleOutside(element, attempt)),
        ILocalReferenceOperation local => !local.Local.DeclaringSyntaxReferences.Any(declaration => attempt.Body.Syntax.Span.Contains(declaration.Span)),
        _ => true,
    };

    private static bool SendsGuardedWrite(ITryOperation attempt, RuntimeSymbols symbols) =>
        attempt.Body.Descendants().OfType<IInvocationOperation>()
            .Any(call => symbols.Describe(call.TargetMethod) is { SendsGuardedWrite: true } or { RequiresIfMatch: true });
}
