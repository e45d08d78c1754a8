using NightlySync.Input;
using SieSmart;
using SieSmart.Client;
using SieSmart.Models;

namespace NightlySync.Sending;

/// <summary>Makes a proposal of a row, unless the journal says that there may be one. Thread-safe.</summary>
internal sealed class RowSender(SieSmartClient client, ProposalJournalFile journal)
{
    /// <summary>Sends a row that is open; tells what is known of any other.</summary>
    /// <param name="row">The row. No other one with its reference may be on its way.</param>
    /// <param name="stopping">Ends the run: a row that has not left stays here, one that has left gets time for its answer.</param>
    public async Task<RowResult> SendAsync(Row row, CancellationToken stopping)
    {
        var known = journal.Find(row.Reference);
        var proposal = row.ToProposal();
        var isSame = known.Fingerprint == ProposalJournalFile.FingerprintOf(proposal);
        return known.State switch
        {
            ProposalRecordState.InDoubt => new RowResult(RowOutcome.Unknown, known.Detail),
            ProposalRecordState.Created when !isSame => new RowResult(
                RowOutcome.Changed, $"It is proposal {known.ProposalId} already, and says something else now. Change that proposal, with its ETag."),
            ProposalRecordState.Created => new RowResult(RowOutcome.CreatedBefore),
            ProposalRecordState.Rejected when isSame => new RowResult(RowOutcome.Rejected, known.Detail),

            // Nothing came of a row that was refused, so it may be put right and sent.
            _ => await CreateAsync(row.Reference, proposal, stopping),
        };
    }

    private async Task<RowResult> CreateAsync(string reference, ProposalCreate proposal, CancellationToken stopping)
    {
        try
        {
            var created = await client.CreateProposalAsync(proposal, reference, journal, stopping);
            return new RowResult(created is null ? OutcomeOf(reference) : RowOutcome.Created);
        }
        catch (ProposalJournalException failure)
        {
            return new RowResult(OutcomeOf(reference), failure.Message) { EndsRun = true };
        }
        catch (OperationCanceledException) when (OutcomeOf(reference) == RowOutcome.NotDone)
        {
            return new RowResult(RowOutcome.Stopped);
        }
        catch (Exception failure)
        {
            var outcome = OutcomeOf(reference);
            return new RowResult(outcome, failure.Message) { IsFailureOfRun = outcome != RowOutcome.Rejected };
        }
    }

    private RowOutcome OutcomeOf(string reference) => journal.Find(reference).State switch
    {
        ProposalRecordState.InDoubt => RowOutcome.Unknown,
        ProposalRecordState.Created => RowOutcome.CreatedBefore,
        ProposalRecordState.Rejected => RowOutcome.Rejected,
        _ => RowOutcome.NotDone,
    };
}
