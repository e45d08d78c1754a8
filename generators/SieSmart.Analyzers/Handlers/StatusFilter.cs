using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Handlers;

/// <summary>Tells filters that ask for the status of a conflict.</summary>
internal static class StatusFilter
{
    private const int PreconditionFailed = 412;

    /// <summary>Whether a filter asks for 412 and for nothing else.</summary>
    public static bool AsksForConflict(IOperation filter)
    {
        return filter switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => IsStatus(comparison.LeftOperand) || IsStatus(comparison.RightOperand),
            IIsPatternOperation { Pattern: IConstantPatternOperation constant } => IsStatus(constant.Value),
            IIsPatternOperation { Pattern: IRecursivePatternOperation { PropertySubpatterns: { Length: 1 } properties, DeconstructionSubpatterns.IsEmpty: true } } =>
                properties[0].Pattern is IConstantPatternOperation only && IsStatus(only.Value),
            _ => false,
        };

        bool IsStatus(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: int value } && value == PreconditionFailed;
    }
}
