using SieSmart.Analyzers.Flow.Values;

namespace SieSmart.Analyzers.Flow.States;

/// <summary>A guarded write that may have happened on the way to a point of the program.</summary>
/// <param name="ETag">The version that it wrote with, and made stale.</param>
/// <param name="Scope">The path template of the resource that it wrote to; null if unknown.</param>
/// <param name="Identity">The resource that it wrote to; null if unknown.</param>
/// <param name="IsInFlight">Whether nobody has waited for its end yet.</param>
/// <param name="IsCertain">Whether it happened on every way to that point.</param>
internal sealed record PastWrite(Value ETag, string? Scope, ResourceIdentity? Identity, bool IsInFlight, bool IsCertain)
{
    /// <summary>What is known of the write where two ways meet that both lead over it.</summary>
    public PastWrite Join(PastWrite other) => Equals(other) ? this : new PastWrite(
        ETag.Equals(other.ETag) ? ETag : UnknownValue.Instance,
        Scope,
        Equals(Identity, other.Identity) ? Identity : null,
        IsInFlight || other.IsInFlight,
        IsCertain && other.IsCertain);

    /// <summary>What is known of the write where a way meets that does not lead over it.</summary>
    public PastWrite JoinNothing() => IsCertain ? this with { IsCertain = false } : this;
}
