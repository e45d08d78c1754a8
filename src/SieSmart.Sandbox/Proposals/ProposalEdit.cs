using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Proposals;

/// <summary>A write that has begun: its proposal exists, and its If-Match was right at that time.</summary>
internal sealed class ProposalEdit(ProposalRepository repository, StoredProposal proposal, IfMatch ifMatch)
{
    public StoredProposal Proposal { get; } = proposal;

    public IfMatch IfMatch { get; } = ifMatch;

    public StoredProposal Apply(Func<StoredProposal, StoredProposal> change) => repository.Apply(this, change);
}
