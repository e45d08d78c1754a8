namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A value that the compiler knows.</summary>
internal sealed record ConstantValue(object? Constant) : Value;
