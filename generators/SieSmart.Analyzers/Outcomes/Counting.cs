using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Outcomes;

/// <summary>Tells conditions that ask for a number of attempts, and for nothing else.</summary>
internal static class Counting
{
    /// <summary>Whether a condition is one.</summary>
    public static bool Is(IOperation? condition) => condition switch
    {
        IBinaryOperation { LeftOperand: var left, RightOperand: var right } => IsNumber(left) && IsNumber(right),
        IUnaryOperation negation => Is(negation.Operand),
        _ => false,
    };

    private static bool IsNumber(IOperation operand) => operand switch
    {
        IConversionOperation conversion => IsNumber(conversion.Operand),
        IBinaryOperation { LeftOperand: var left, RightOperand: var right } => IsNumber(left) && IsNumber(right),
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or ILiteralOperation or IIncrementOrDecrementOperation =>
            operand.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64,
        _ => false,
    };
}
