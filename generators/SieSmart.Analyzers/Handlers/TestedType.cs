using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SieSmart.Analyzers.Handlers;

/// <summary>The type for which a filter looks, as in <c>when (exception is PreconditionFailedException)</c>.</summary>
internal static class TestedType
{
    /// <summary>The type; null for a filter that asks for anything else.</summary>
    public static ITypeSymbol? Of(IOperation? filter) => filter switch
    {
        IIsTypeOperation test => test.TypeOperand,
        IIsPatternOperation { Pattern: ITypePatternOperation pattern } => pattern.MatchedType,
        _ => null,
    };
}
