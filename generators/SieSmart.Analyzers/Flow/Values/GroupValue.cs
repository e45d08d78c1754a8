namespace SieSmart.Analyzers.Flow.Values;

/// <summary>The elements of a tuple or of a new collection.</summary>
internal sealed record GroupValue(ValueList Elements) : Value
{
    /// <inheritdoc/>
    public override ValueList Parts => Elements;

    /// <inheritdoc/>
    public override int Size => 1 + Elements.Size;
}
