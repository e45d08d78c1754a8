using SieSmart.Client;

namespace NightlySync.Resolving;

/// <summary>What a person found out of a row in doubt.</summary>
/// <param name="Reference">The row's reference.</param>
/// <param name="Proposal">The proposal that the row is; null if it is none.</param>
internal sealed record Finding(string Reference, ProposalId? Proposal);
