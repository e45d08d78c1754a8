using SieSmart.Client.Serialization;
using SieSmart.Models;

namespace SieSmart.Client.Sessions;

/// <summary>
/// What a version of a proposal says, part by part. Kept as text: the objects that it was made from are the caller's, who may change them.
/// </summary>
internal sealed class ProposalContent
{
    private readonly Dictionary<ProposalPart, string> _parts;

    private ProposalContent(Dictionary<ProposalPart, string> parts) => _parts = parts;

    public static ProposalContent Of(Proposal proposal) => new(new Dictionary<ProposalPart, string>
    {
        [ProposalPart.Customer] = JsonText.Of(writer => writer.WriteObjectValue(null, proposal.Customer)),
        [ProposalPart.Assets] = JsonText.Of(writer => writer.WriteCollectionOfObjectValues(null, proposal.Assets)),
        [ProposalPart.Calculation] = JsonText.Of(writer => writer.WriteObjectValue(null, proposal.Calculation)),
        [ProposalPart.Everything] = JsonText.Of(writer => writer.WriteObjectValue(null, proposal)),
    });

    /// <summary>Whether another version says the same of a part.</summary>
    public bool IsSame(ProposalPart part, ProposalContent other) => string.Equals(_parts[part], other._parts[part], StringComparison.Ordinal);
}
