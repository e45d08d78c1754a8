namespace CrmPortal.Book;

/// <summary>A row of the broker's own table. SieSmart can't list proposals, so what is not here can't be found again.</summary>
/// <param name="Draft">The portal's own id: one for each create form that was opened.</param>
/// <param name="State">What is known of it.</param>
/// <param name="ProposalId">SieSmart's number; null unless the state is <see cref="EntryState.Created"/>.</param>
/// <param name="Label">The broker's label.</param>
/// <param name="Customer">The customer's name, as last seen.</param>
/// <param name="Amount">The financed amount with its currency, as last seen.</param>
/// <param name="SeenAt">When all of this was last seen, UTC.</param>
/// <param name="TraceId">SieSmart's id of the request whose outcome is unknown.</param>
public sealed record BookEntry(
    Guid Draft,
    EntryState State,
    long? ProposalId,
    string Label,
    string Customer,
    string Amount,
    DateTimeOffset SeenAt,
    string? TraceId);
