namespace SieSmart.Analyzers.Flow.States;

/// <summary>What speaks against a version that is one of several, by the way on which it was left in its place.</summary>
/// <param name="CanBeMissing">Whether it is none on one of the ways.</param>
/// <param name="CanBeAny">Whether it is <c>ETag.Any</c> on one of the ways.</param>
/// <param name="Stale">The way on which a write has made it stale; null if there is none.</param>
internal sealed record MergeDoubt(bool CanBeMissing, bool CanBeAny, StaleWay? Stale)
{
    /// <summary>Nothing speaks against it.</summary>
    public static MergeDoubt None { get; } = new(CanBeMissing: false, CanBeAny: false, Stale: null);

    /// <summary>What speaks against a version that is one or the other.</summary>
    public MergeDoubt Or(MergeDoubt other) =>
        Equals(other) ? this : new(CanBeMissing || other.CanBeMissing, CanBeAny || other.CanBeAny, Stale ?? other.Stale);
}
