using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A delegate of a function that stands in the same member.</summary>
/// <param name="Function">The function.</param>
/// <param name="Lambda">Where it stands, if it is a lambda; null if it is a local function.</param>
internal sealed record FunctionValue(IMethodSymbol Function, IFlowAnonymousFunctionOperation? Lambda) : Value
{
    /// <inheritdoc/>
    public bool Equals(FunctionValue? other) => other is not null && SymbolEqualityComparer.Default.Equals(Function, other.Function);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Function);
}
