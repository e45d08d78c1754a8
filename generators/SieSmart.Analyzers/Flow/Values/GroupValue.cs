namespace SieSmart.Analyzers.Flow.Values;

/// <summary>The elements of a tuple or of a new collection.</summary>
internal sealed record GroupValue(ValueList Elements) : Value
{
    /// <inheritdoc/>
    public override ValueList Parts => Elements;
}
