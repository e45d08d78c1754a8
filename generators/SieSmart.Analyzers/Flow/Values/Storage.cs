namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A place that holds a value.</summary>
internal abstract record Storage;
