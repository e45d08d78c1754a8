using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Outcomes;

/// <summary>Tells loops that end with success and go round after a failure.</summary>
internal static class RetryLoop
{
    /// <summary>Whether a loop sends a call again after a handler has run, and only then.</summary>
    public static bool Repeats(ITryOperation attempt, ICatchClauseOperation handler, IInvocationOperation call) =>
        Around(attempt) is { } loop
        && !Leaves(handler)
        && EndsWithSuccess(loop, attempt, call)
        && IsSameInEachRound(loop, call);

    // A loop over elements sends something else in each round.
    private static ILoopOperation? Around(IOperation attempt)
    {
        for (var parent = attempt.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is ILoopOperation loop)
            {
                return loop is IForEachLoopOperation ? null : loop;
            }
        }

        return null;
    }

    private static bool Leaves(ICatchClauseOperation handler) =>
        OwnOperations.Of(handler.Handler).Any(operation => operation switch
        {
            IReturnOperation or IThrowOperation => !IsConditional(operation, handler),
            IBranchOperation branch => branch.BranchKind != BranchKind.Continue && !IsConditional(operation, handler),
            _ => false,
        });

    private static bool IsConditional(IOperation operation, ICatchClauseOperation handler)
    {
        for (var parent = operation.Parent; parent is not null && parent != handler; parent = parent.Parent)
        {
            if (parent is IConditionalOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithSuccess(ILoopOperation loop, ITryOperation attempt, IInvocationOperation call)
    {
        var afterwards = OwnOperations.Of(attempt.Body).Where(operation => operation.Syntax.Span.End >= call.Syntax.Span.End).ToList();
        return afterwards.Any(operation => operation is IReturnOperation or IBranchOperation { BranchKind: not BranchKind.Continue })
            || Next(attempt) is IReturnOperation or IBranchOperation { BranchKind: not BranchKind.Continue }
            || Assigned(attempt.Body).Any(Asked(loop).Contains);
    }

    private static IOperation? Next(IOperation statement) =>
        statement.Parent is IBlockOperation { Operations: var statements } ? statements.ElementAtOrDefault(statements.IndexOf(statement) + 1) : null;

    private static HashSet<ISymbol> Asked(ILoopOperation loop)
    {
        var condition = loop switch
        {
            IWhileLoopOperation { Condition: { } asked } => asked,
            IForLoopOperation { Condition: { } asked } => asked,
            _ => null,
        };
        return new(condition?.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(local => local.Local) ?? [], SymbolEqualityComparer.Default);
    }

    private static IEnumerable<ISymbol> Assigned(IOperation code) =>
        OwnOperations.Of(code)
            .Select(operation => operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            })
            .OfType<IOperation>()
            .SelectMany(target => target.DescendantsAndSelf())
            .OfType<ILocalReferenceOperation>()
            .Select(local => local.Local);

    // What it sends, and where to, is made of nothing that a round could change.
    private static bool IsSameInEachRound(ILoopOperation loop, IInvocationOperation call)
    {
        var changed = new HashSet<ISymbol>(Assigned(loop), SymbolEqualityComparer.Default);
        return call.Descendants().All(operation => operation switch
        {
            ILocalReferenceOperation { Local: var local } =>
                !changed.Contains(local)
                && !local.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span)),
            IInvocationOperation or IIncrementOrDecrementOperation => false,
            IPropertyReferenceOperation property => !string.Equals(property.Property.Name, "Current", StringComparison.Ordinal),
            _ => true,
        });
    }
}
