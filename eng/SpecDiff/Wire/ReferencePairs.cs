using System.Runtime.CompilerServices;

namespace SpecDiff.Wire;

/// <summary>Compares pairs of schemas by identity; as records they would be compared all the way down.</summary>
internal sealed class ReferencePairs : IEqualityComparer<(WireSchema Old, WireSchema New, Direction Direction)>
{
    /// <summary>The only one.</summary>
    public static ReferencePairs Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals((WireSchema Old, WireSchema New, Direction Direction) x, (WireSchema Old, WireSchema New, Direction Direction) y) =>
        ReferenceEquals(x.Old, y.Old) && ReferenceEquals(x.New, y.New) && x.Direction == y.Direction;

    /// <inheritdoc/>
    public int GetHashCode((WireSchema Old, WireSchema New, Direction Direction) obj) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Old), RuntimeHelpers.GetHashCode(obj.New), obj.Direction);
}
