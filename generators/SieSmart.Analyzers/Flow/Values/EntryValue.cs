using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>What a parameter or a captured variable holds when the function is entered.</summary>
internal sealed record EntryValue(ISymbol Symbol) : Value
{
    /// <inheritdoc/>
    public bool Equals(EntryValue? other) => other is not null && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Symbol);
}
