using SieSmart.Client;

namespace NightlySync.CommandLine;

/// <summary>What a person found of rows in doubt.</summary>
/// <param name="Journal">The journal that has the rows.</param>
/// <param name="References">The rows' references; none with a file.</param>
/// <param name="Proposal">The proposal that the row is; null if they are none.</param>
/// <param name="Findings">A file that says what each row is; null with references.</param>
internal sealed record Settlement(string Journal, IReadOnlyList<string> References, ProposalId? Proposal, string? Findings);
