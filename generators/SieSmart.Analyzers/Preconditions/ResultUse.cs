using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SieSmart.Analyzers.Flow.Evaluation;

namespace SieSmart.Analyzers.Preconditions;

/// <summary>What becomes of the result of a call.</summary>
internal static class ResultUse
{
    /// <summary>Whether a call is awaited and nobody can get at the version that it returns.</summary>
    public static bool DropsVersion(IInvocationOperation call, VariableUses uses)
    {
        IOperation result = call;
        while (result.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } or IConversionOperation)
        {
            result = result.Parent;
        }

        if (result.Parent is not IAwaitOperation await)
        {
            return false;
        }

        return await.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation assignment => IsUnused(assignment.Target, uses),
            IDeconstructionAssignmentOperation { Target: var target } => Tuple(target) is { Elements: { Length: 2 } elements } && IsUnused(elements[1], uses),
            _ => false,
        };
    }

    private static ITupleOperation? Tuple(IOperation target) =>
        (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) as ITupleOperation;

    private static bool IsUnused(IOperation target, VariableUses uses) => target switch
    {
        IDiscardOperation => true,
        IDeclarationExpressionOperation declaration => IsUnused(declaration.Expression, uses),
        ILocalReferenceOperation local => !uses.IsRead(local.Local),
        _ => false,
    };
}
