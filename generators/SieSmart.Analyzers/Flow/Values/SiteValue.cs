using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Flow.Values;

/// <summary>What an expression came to when it was last evaluated.</summary>
internal sealed record SiteValue(IOperation Site) : Value;
