using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A local variable or a parameter.</summary>
internal sealed record VariableStorage(ISymbol Symbol) : Storage
{
    /// <inheritdoc/>
    public bool Equals(VariableStorage? other) => other is not null && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Symbol);
}
