namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A task that yields a value once it is awaited.</summary>
internal sealed record TaskValue(Value Result) : Value
{
    /// <inheritdoc/>
    public override ValueList Parts => new(Result);

    /// <inheritdoc/>
    public override int Size => 1 + Result.Size;
}
