namespace SieSmart.Analyzers.Flow.Values;

/// <summary><c>default(ETag)</c>: no version at all.</summary>
internal sealed record MissingETagValue : Value;
