using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>What a field or property of a value holds.</summary>
/// <param name="Instance">The value; null for a static member.</param>
/// <param name="Member">The field or property, as it was declared.</param>
internal sealed record MemberValue(Value? Instance, ISymbol Member) : Value
{
    /// <inheritdoc/>
    public override ValueList Parts => Instance is null ? ValueList.Empty : new ValueList(Instance);

    /// <inheritdoc/>
    public override int Size => 1 + (Instance?.Size ?? 0);

    /// <inheritdoc/>
    public bool Equals(MemberValue? other) =>
        other is not null && Equals(Instance, other.Instance) && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked(((Instance?.GetHashCode() ?? 0) * 31) + SymbolEqualityComparer.Default.GetHashCode(Member));
}
