using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Diagnostics;
using SieSmart.Analyzers.Handlers;
using SieSmart.Analyzers.Symbols;

namespace SieSmart.Analyzers.Outcomes;

/// <summary>Reports writes that nothing guards and that are sent again after a failure of which nobody knows what it did (SIE1008).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedWriteAnalyzer : DiagnosticAnalyzer
{
    private const string AfterUnknown = "an outcome that is unknown";
    private const string AfterAny = "any failure, which can be an outcome that is unknown";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DiagnosticRules.RepeatedWrite];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeSymbols.Find(start.Compilation) is { OutcomeUnknown: { } unknown } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols, unknown), OperationKind.CatchClause);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, RuntimeSymbols symbols, INamedTypeSymbol unknown)
    {
        var handler = (ICatchClauseOperation)context.Operation;
        if (handler.Parent is not ITryOperation attempt || Hears(handler, attempt, unknown) is not { } why || LooksFirst(handler, symbols))
        {
            return;
        }

        var writes = new UnguardedPosts(symbols, areCreates: ReferenceEquals(why, AfterAny));
        foreach (var write in OwnOperations.Of(attempt.Body).OfType<IInvocationOperation>().Where(writes.Contains))
        {
            var again = OwnOperations.Of(handler.Handler).OfType<IInvocationOperation>()
                .FirstOrDefault(call => RuntimeSymbols.Same(call.TargetMethod.OriginalDefinition, write.TargetMethod.OriginalDefinition));
            if (again is not null)
            {
                Report(InvocationSyntax.Name(again), write);
            }
            else if (RetryLoop.Repeats(attempt, handler, write))
            {
                Report(CatchHead.Of(handler), write);
            }
            else
            {
                continue;
            }

            return;
        }

        void Report(Location where, IInvocationOperation write) =>
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticRules.RepeatedWrite, where, write.TargetMethod.Name, why));
    }

    // Whether a handler hears of unknown outcomes, and what else of.
    private static string? Hears(ICatchClauseOperation handler, ITryOperation attempt, INamedTypeSymbol unknown)
    {
        if (attempt.Catches.TakeWhile(other => other != handler).Any(other => other.Filter is null && Catches(other, unknown)))
        {
            return null;
        }

        var isOfUnknown = RuntimeSymbols.Same(handler.ExceptionType, unknown);
        return (handler.Filter, isOfUnknown) switch
        {
            (null, true) => AfterUnknown,
            (null, false) => Catches(handler, unknown) ? AfterAny : null,
            var (filter, _) when !isOfUnknown && TestedType.Of(filter) is { } type => RuntimeSymbols.Same(type, unknown) ? AfterUnknown : null,
            var (filter, _) => !Counting.Is(filter) ? null : isOfUnknown ? AfterUnknown : Catches(handler, unknown) ? AfterAny : null,
        };
    }

    private static bool Catches(ICatchClauseOperation handler, INamedTypeSymbol unknown) =>
        handler.ExceptionType is not { SpecialType: not SpecialType.System_Object } type || RuntimeSymbols.DerivesFrom(unknown, type);

    // Who reads, or decides by anything but a number of attempts, may well have found out that nothing was applied.
    private static bool LooksFirst(ICatchClauseOperation handler, RuntimeSymbols symbols) =>
        OwnOperations.Of(handler.Handler).Any(operation => operation switch
        {
            IConditionalOperation choice => !Counting.Is(choice.Condition),
            ISwitchOperation or ISwitchExpressionOperation or ICoalesceOperation or IConditionalAccessOperation => true,
            IInvocationOperation call => symbols.BuilderOf(call.TargetMethod) is not null && call.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal),
            _ => false,
        });
}
