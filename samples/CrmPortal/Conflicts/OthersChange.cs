using CrmPortal.Book;
using SieSmart.Client;
using SieSmart.Runtime;

namespace CrmPortal.Conflicts;

/// <summary>What is known of a change that somebody else made since a person saw a proposal.</summary>
/// <param name="At">When the version that is there now was made; null if its ETag is no time.</param>
/// <param name="Parts">The parts that say something else now; none if the change is in nothing that the portal shows.</param>
/// <param name="LastSavedBy">Who saved last through this portal; null for nobody. SieSmart itself doesn't say who.</param>
/// <param name="LastSavedAt">When.</param>
public sealed record OthersChange(DateTimeOffset? At, IReadOnlyList<string> Parts, string? LastSavedBy = null, DateTimeOffset? LastSavedAt = null)
{
    internal static OthersChange Of(ProposalSession now, SeenParts seen, ProposalBook book) =>
        Of(now.Version, seen.ChangedIn(now.Current), book.Find(now.Id.Value));

    public static OthersChange Of(ETag now, IReadOnlyList<string> changed, BookEntry? entry) =>
        new(now.TryGetTimestamp(out var at) ? at : null, changed, entry?.SavedBy, entry?.SavedAt);
}
