using SieSmart.Client;
using SieSmart.Client.Journals;
using SieSmart.Client.Sessions;
using SieSmart.Models;
using SieSmart.Runtime;

namespace SieSmart;

/// <content>Work on proposals without carrying ETags about.</content>
public partial class SieSmartClient
{
    /// <summary>Creates a proposal from an office alone; customer, assets and calculation follow one by one.</summary>
    /// <param name="office">The office.</param>
    /// <param name="salesContact">Its owner, a sales contact of that office; null for a generic API user, which Great Britain alone allows.</param>
    /// <param name="cancellationToken">Cancels it. A request that is under way may have been carried out.</param>
    /// <returns>The proposal, to work on.</returns>
    /// <exception cref="OutcomeUnknownException">It may be there: SieSmart doesn't recognise a request that it has had before, so don't send it again before you have looked.</exception>
    /// <exception cref="SieSmartException">It was not created; the message says why.</exception>
    public Task<ProposalSession> CreateProposalAsync(OfficeId office, SalesContactId? salesContact = null, CancellationToken cancellationToken = default) =>
        CreateProposalAsync(new ProposalCreate { OfficeId = office.Value, SalesContactId = salesContact?.Value }, cancellationToken);

    /// <summary>Creates a proposal in one request, complete or in part. The more common way.</summary>
    /// <param name="proposal">What it says. Only the office can't be done without.</param>
    /// <param name="cancellationToken">Cancels it. A request that is under way may have been carried out.</param>
    /// <returns>The proposal, to work on.</returns>
    /// <exception cref="ArgumentException"><paramref name="proposal"/> is null, or names no office.</exception>
    /// <exception cref="OutcomeUnknownException">It may be there: SieSmart doesn't recognise a request that it has had before, so don't send it again before you have looked.</exception>
    /// <exception cref="ResponseUnreadableException">It is there, and the answer doesn't say under which number.</exception>
    /// <exception cref="SieSmartException">It was not created; the message says why.</exception>
    public Task<ProposalSession> CreateProposalAsync(ProposalCreate proposal, CancellationToken cancellationToken = default)
    {
        RefuseWithoutOffice(proposal);
        return CreateAsync(proposal, new OperationContext(), cancellationToken);
    }

    /// <summary>
    /// Creates a proposal once, be the process killed or the answer lost: a journal notes the intent right before the request leaves, and
    /// what came of it. What is in doubt there is not sent again.
    /// </summary>
    /// <param name="proposal">What it says. Only the office can't be done without.</param>
    /// <param name="key">What your own system calls it: the same each time that this proposal is to be created, and no other's.</param>
    /// <param name="journal">Where it is noted.</param>
    /// <param name="cancellationToken">
    /// Keeps a request that has not left from leaving. One that has left gets time for its answer, 70 seconds more than it has had.
    /// </param>
    /// <returns>The proposal, to work on; null if the journal has the key in doubt, or as a proposal: nothing was sent.</returns>
    /// <exception cref="ArgumentException"><paramref name="proposal"/> is null or names no office, or <paramref name="key"/> is null or empty.</exception>
    /// <exception cref="OutcomeUnknownException">It may be there; the journal has it in doubt.</exception>
    /// <exception cref="ResponseUnreadableException">It is there, and the answer doesn't say under which number; the journal has it in doubt.</exception>
    /// <exception cref="SieSmartException">It was not created, and may be sent again; the message says why.</exception>
    public Task<ProposalSession?> CreateProposalAsync(ProposalCreate proposal, string key, IProposalJournal journal, CancellationToken cancellationToken = default)
    {
        RefuseWithoutOffice(proposal);
        ArgumentNullException.ThrowIfNull(journal);
        return string.IsNullOrEmpty(key)
            ? throw new ArgumentException("The proposal was not sent: without a key the journal can't tell it from others. Give it what your own system calls it.", nameof(key))
            : new JournaledCreate(journal, key, proposal, TimeProvider.System).RunAsync(
                (context, token) => CreateAsync(proposal, context, token),
                static created => created.Current,
                cancellationToken);
    }

    /// <summary>Reads a proposal, to work on it.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="ResourceNotFoundException">There is none of that number.</exception>
    /// <exception cref="SieSmartException">It can't be read; the message says why.</exception>
    public async Task<ProposalSession> OpenProposalAsync(ProposalId id, CancellationToken cancellationToken = default)
    {
        var calls = new ProposalCalls(Proposals[id.Value]);
        return new ProposalSession(id, calls, await calls.ReadAsync(priority: null, cancellationToken).ConfigureAwait(false));
    }

    private static void RefuseWithoutOffice(ProposalCreate proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (proposal.OfficeId is null)
        {
            throw new ArgumentException($"The proposal was not sent: it names no office. Set {nameof(ProposalCreate.OfficeId)}; GET /common/offices lists yours.", nameof(proposal));
        }
    }

    private async Task<ProposalSession> CreateAsync(ProposalCreate proposal, OperationContext context, CancellationToken cancellationToken)
    {
        var created = await ProposalCalls.CreateAsync(Proposals, proposal, context, cancellationToken).ConfigureAwait(false);
        var id = new ProposalId(created.Value.ProposalId ?? throw new ResponseUnreadableException(
            "The proposal was created, but the answer doesn't say under which number. Look for it in SieSmart, by its label; don't send it again.",
            operation: context.Operation,
            traceId: context.TraceId));
        return new ProposalSession(id, new ProposalCalls(Proposals[id.Value]), created);
    }
}
