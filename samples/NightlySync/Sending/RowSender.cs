using NightlySync.Input;
using NightlySync.Journal;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

namespace NightlySync.Sending;

/// <summary>Makes a proposal of a row, unless the journal says that there may be one. Thread-safe.</summary>
internal sealed class RowSender(SieSmartClient client, IntentJournal journal, TimeProvider timeProvider)
{
    // Longer than the client waits for an answer by default.
    private static readonly TimeSpan GraceOfRowsInFlight = TimeSpan.FromSeconds(70);

    /// <summary>Sends a row that is open; tells what is known of any other.</summary>
    /// <param name="row">The row. No other one with its reference may be on its way.</param>
    /// <param name="stopping">Ends the run: a row that has not left stays here, one that has left gets time for its answer.</param>
    public async Task<RowResult> SendAsync(Row row, CancellationToken stopping)
    {
        var known = journal.Find(row.Reference);
        return known.Status switch
        {
            RowStatus.Unknown => new RowResult(RowOutcome.Unknown, known.Detail),
            RowStatus.Created when known.Fingerprint != row.Fingerprint => new RowResult(
                RowOutcome.Changed, $"It is proposal {known.ProposalId} already, and says something else now. Change that proposal, with its ETag."),
            RowStatus.Created => new RowResult(RowOutcome.CreatedBefore),
            RowStatus.Rejected when known.Fingerprint == row.Fingerprint => new RowResult(RowOutcome.Rejected, known.Detail),

            // Nothing came of a row that was refused, so it may be put right and sent.
            _ => await CreateAsync(new RowInFlight(row), stopping),
        };
    }

    private async Task<RowResult> CreateAsync(RowInFlight row, CancellationToken stopping)
    {
        using var call = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        await using var registration = stopping.Register(() =>
        {
            if (row.Stop())
            {
                call.CancelAfter(GraceOfRowsInFlight);
            }
            else
            {
                call.Cancel();
            }
        });

        try
        {
            var (proposal, _) = await client.Proposals.Proposal.PostAsync(
                new ProposalCreate
                {
                    OfficeId = row.Row.OfficeId,
                    SalesContactId = row.Row.SalesContactId,
                    // Whoever looks for a row in doubt finds it by its label.
                    Label = row.Row.Reference,
                    ScheduleAssetsDescription = row.Row.Assets,
                    SpecialConditionText = row.Row.SpecialConditions,
                },
                request => request.Options.Add(row),
                call.Token);
            journal.Append(JournalEvent.Created, row.Row.Reference, proposalId: proposal.ProposalId);
            return new RowResult(RowOutcome.Created);
        }
        catch (NightlySyncException failure)
        {
            return new RowResult(row.IsInDoubt ? RowOutcome.Unknown : RowOutcome.NotDone, failure.Message) { EndsRun = true };
        }
        catch (RequestRejectedException refusal)
        {
            return Conclude(row, JournalEvent.Rejected, RowOutcome.Rejected, refusal);
        }
        catch (Exception failure) when (IsWithoutEffect(failure))
        {
            return Conclude(row, JournalEvent.NotDone, RowOutcome.NotDone, failure);
        }
        catch (Exception failure) when (!row.IsInDoubt)
        {
            return failure is RunStoppedException or OperationCanceledException
                ? new RowResult(RowOutcome.NotDone)
                : Conclude(row, JournalEvent.NotDone, RowOutcome.NotDone, failure);
        }
        catch (Exception failure)
        {
            // OutcomeUnknownException, an answer that can't be read, or a stop that left no time for the answer.
            return Conclude(row, JournalEvent.Unknown, RowOutcome.Unknown, failure);
        }
    }

    /// <summary>The client promises that these mean: nothing was changed.</summary>
    private static bool IsWithoutEffect(Exception failure) =>
        failure is RateLimitExceededException or AuthenticationFailedException or AccessDeniedException
            or ResourceNotFoundException or PreconditionFailedException or ServiceUnavailableException;

    private RowResult Conclude(RowInFlight row, JournalEvent happened, RowOutcome outcome, Exception why)
    {
        try
        {
            // Of a row that never left the journal knows nothing yet, and needs to know nothing.
            if (journal.Find(row.Row.Reference).Status == RowStatus.Unknown)
            {
                journal.Append(happened, row.Row.Reference, detail: why.Message);
            }

            return new RowResult(outcome, why.Message) { IsFailureOfRun = outcome != RowOutcome.Rejected };
        }
        catch (NightlySyncException failure)
        {
            return new RowResult(RowOutcome.Unknown, failure.Message) { EndsRun = true };
        }
    }
}
