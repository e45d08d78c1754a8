namespace NightlySync.CommandLine;

/// <summary>What a person found of a row in doubt.</summary>
/// <param name="Journal">The journal that has the row.</param>
/// <param name="Reference">The row's reference.</param>
/// <param name="ProposalId">The proposal that the row is; null if it is none.</param>
internal sealed record Settlement(string Journal, string Reference, long? ProposalId);
