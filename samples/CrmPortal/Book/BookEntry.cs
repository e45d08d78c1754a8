namespace CrmPortal.Book;

/// <summary>A row of the broker's own table. SieSmart can't list proposals, so what is not here can't be found again.</summary>
/// <param name="Draft">The portal's own id: one for each create form that was opened.</param>
/// <param name="State">What is known of it.</param>
/// <param name="ProposalId">SieSmart's number; null unless the state is <see cref="EntryState.Created"/>.</param>
/// <param name="Seen">What it looked like when it was last seen.</param>
/// <param name="SeenAt">When that was, UTC.</param>
/// <param name="TraceId">SieSmart's id of the request whose outcome is unknown.</param>
/// <param name="SavedBy">Who saved it last through this portal; SieSmart itself doesn't say.</param>
/// <param name="SavedAt">When that was, UTC.</param>
public sealed record BookEntry(
    Guid Draft,
    EntryState State,
    long? ProposalId,
    ProposalSummary Seen,
    DateTimeOffset SeenAt,
    string? TraceId,
    string? SavedBy,
    DateTimeOffset? SavedAt)
{
    /// <summary>The broker's label.</summary>
    public string Label => Seen.Label;

    /// <summary>The customer's name.</summary>
    public string Customer => Seen.Customer;

    /// <summary>The office; null for a row of an earlier version of this table.</summary>
    public int? OfficeId => Seen.OfficeId;
}
