namespace SieSmart.Analyzers.Flow.Values;

/// <summary>Anything.</summary>
internal sealed record UnknownValue : Value
{
    /// <summary>The only one.</summary>
    public static UnknownValue Instance { get; } = new();
}
