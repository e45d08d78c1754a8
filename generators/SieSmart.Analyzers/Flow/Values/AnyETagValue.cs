namespace SieSmart.Analyzers.Flow.Values;

/// <summary><c>ETag.Any</c>: whatever version is there.</summary>
internal sealed record AnyETagValue : Value;
