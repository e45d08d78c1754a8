using SieSmart.Models;
using SieSmart.Runtime;

namespace SieSmart.Client.Sessions;

/// <summary>A version of a proposal that the caller has seen.</summary>
internal sealed class ProposalVersion(Versioned<Proposal> answer)
{
    private readonly ProposalContent _content = ProposalContent.Of(answer.Value);

    public Versioned<Proposal> Answer => answer;

    public Proposal Value => answer.Value;

    /// <summary>Missing if the answer carried none: SieSmart promises one on create and on read only.</summary>
    public ETag ETag => answer.HasETag ? answer.ETag : default;

    /// <summary>
    /// Whether a write can name this version without another read. Not if its ETag may be a time to the second: a later version of that
    /// second has the same one, and only a read when it is over tells.
    /// </summary>
    public bool CanBeNamed =>
        answer.HasETag && !(answer.ETag.TryGetTimestamp(out var timestamp) && timestamp.UtcTicks % TimeSpan.TicksPerSecond == 0);

    public bool IsSame(ProposalPart part, Proposal other) => _content.IsSame(part, ProposalContent.Of(other));
}
