namespace SieSmart.Analyzers.Flow.Values;

/// <summary>The instance whose member is looked at: <c>this</c>.</summary>
internal sealed record SelfValue : Value;
