namespace SieSmart.Analyzers.Flow.Values;

/// <summary>A field or property that code can change.</summary>
internal sealed record MemberStorage(MemberValue Member) : Storage;
