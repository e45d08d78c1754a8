using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow;

/// <summary>A guarded write that may have happened on the way to a point of the program.</summary>
/// <param name="ETag">The version that it wrote with, and made stale.</param>
/// <param name="Scope">The path template of the resource that it wrote to; null if unknown.</param>
/// <param name="Identity">The resource that it wrote to; null if unknown.</param>
/// <param name="IsInFlight">Whether nobody has waited for its end yet.</param>
/// <param name="IsCertain">Whether it happened on every way to that point.</param>
/// <param name="Earlier">The calls that had returned a version when it began.</param>
internal sealed record PastWrite(
    Value ETag,
    string? Scope,
    ResourceIdentity? Identity,
    bool IsInFlight,
    bool IsCertain,
    ImmutableHashSet<IOperation> Earlier)
{
    /// <inheritdoc/>
    public bool Equals(PastWrite? other) =>
        other is not null
        && ETag.Equals(other.ETag)
        && string.Equals(Scope, other.Scope, StringComparison.Ordinal)
        && Equals(Identity, other.Identity)
        && IsInFlight == other.IsInFlight
        && IsCertain == other.IsCertain
        && Earlier.SetEquals(other.Earlier);

    /// <inheritdoc/>
    public override int GetHashCode() => ETag.GetHashCode();

    /// <summary>What is known of the write where two ways meet that both lead over it.</summary>
    public PastWrite Join(PastWrite other) => new(
        ETag.Equals(other.ETag) ? ETag : UnknownValue.Instance,
        Scope,
        Equals(Identity, other.Identity) ? Identity : null,
        IsInFlight || other.IsInFlight,
        IsCertain && other.IsCertain,
        Earlier.Intersect(other.Earlier));
}
