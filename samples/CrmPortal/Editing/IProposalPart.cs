using SieSmart.Client;
using SieSmart.Models;

namespace CrmPortal.Editing;

/// <summary>What is edited and saved in one go: one form, one request, one version.</summary>
public interface IProposalPart
{
    /// <summary>The part in the portal's addresses.</summary>
    string Key { get; }

    string Title { get; }

    IReadOnlyList<Field> Fields { get; }

    FieldValues Read(Proposal proposal);

    /// <summary>Writes the part. Only the fields that the person changed are set: what no form shows stays as it is.</summary>
    /// <param name="session">The proposal in the version that the person saw.</param>
    /// <param name="edit">What they made of it.</param>
    /// <param name="cancellationToken">Cancels it; the outcome may then be unknown.</param>
    Task WriteAsync(ProposalSession session, Edit edit, CancellationToken cancellationToken);
}
