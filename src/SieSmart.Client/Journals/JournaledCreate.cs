using SieSmart.Client.Errors;
using SieSmart.Models;
using SieSmart.Runtime;

namespace SieSmart.Client.Journals;

/// <summary>One create with its notes: the intent before the request leaves, its outcome or the doubt about it after. Used once.</summary>
internal sealed class JournaledCreate(IProposalJournal journal, string key, ProposalCreate proposal, TimeProvider timeProvider)
{
    // Longer than the client waits for an answer by default.
    private static readonly TimeSpan GraceOfWhatHasLeft = TimeSpan.FromSeconds(70);

    private readonly Lock _gate = new();
    private bool _hasLeft;
    private bool _isStopped;
    private bool _isNoted;

    /// <param name="create">Sends it, with the context and the token that it is given.</param>
    /// <param name="proposalOf">The proposal that was created.</param>
    /// <param name="stopping">Keeps a request that has not left from leaving; one that has left gets time for its answer.</param>
    /// <returns>Null if the journal has it already.</returns>
    public async Task<T?> RunAsync<T>(Func<OperationContext, CancellationToken, Task<T>> create, Func<T, Proposal> proposalOf, CancellationToken stopping)
        where T : class
    {
        var context = new OperationContext { BeforeSending = DepartAsync };
        using var call = new CancellationTokenSource();
        using var grace = timeProvider.CreateTimer(static source => Cancel((CancellationTokenSource)source!), call, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var registration = stopping.Register(() => Stop(call, grace));
        T created;
        try
        {
            created = await create(context, call.Token).ConfigureAwait(false);
        }
        catch (SentBeforeException)
        {
            return null;
        }
        catch (Exception failure) when (_isNoted)
        {
            await (WriteOutcome.MayHaveHappened(failure, context) ? journal.DoubtAsync(key, failure) : journal.WithdrawAsync(key, failure)).ConfigureAwait(false);
            throw;
        }

        await journal.CompleteAsync(key, proposalOf(created)).ConfigureAwait(false);
        return created;
    }

    /// <summary>An attempt is about to leave. A repetition, which means that nothing came of the attempt before, has its note.</summary>
    private async Task DepartAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_isStopped)
            {
                throw new OperationCanceledException("The create was stopped before its request left.");
            }

            _hasLeft = true;
        }

        if (!_isNoted)
        {
            _isNoted = await journal.TryBeginAsync(key, proposal, cancellationToken).ConfigureAwait(false)
                ? true
                : throw new SentBeforeException();
        }
    }

    private void Stop(CancellationTokenSource call, ITimer grace)
    {
        lock (_gate)
        {
            _isStopped = true;
            if (_hasLeft)
            {
                grace.Change(GraceOfWhatHasLeft, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        Cancel(call);
    }

    private static void Cancel(CancellationTokenSource call)
    {
        try
        {
            call.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended meanwhile.
        }
    }
}
