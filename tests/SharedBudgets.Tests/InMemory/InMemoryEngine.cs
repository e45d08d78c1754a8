using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.InMemory;

/// <summary>What several processes share, without the processes: the shortest engine that the suite lets pass.</summary>
internal sealed class InMemoryEngine(TimeProvider timeProvider)
{
    private readonly Lock _gate = new();
    private readonly InMemoryLedger _ledger = new();
    private readonly TimeProvider _timeProvider = timeProvider;
    private long _ids;

    /// <summary>The budget as one more process sees it.</summary>
    public ISharedBudget Connect(SharedBudgetLimit limit) => new Connection(this, limit, Interlocked.Increment(ref _ids));

    private static long Microseconds(TimeSpan time) => time.Ticks / 10;

    private sealed class Connection(InMemoryEngine engine, SharedBudgetLimit limit, long process) : ISharedBudget
    {
        private readonly BudgetRules _rules = new(limit.Permits, Microseconds(limit.Window), Microseconds(limit.LongestRequest));

        public ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (engine._gate)
            {
                var (ledger, now) = (engine._ledger, Now());
                if (!_rules.Agree(ledger, now))
                {
                    throw SharedBudgetMismatchException.OfLimits(limit, (int)ledger.Book.Permits, TimeSpan.FromTicks(ledger.Book.Window * 10));
                }

                ledger.Touch(process, now);
                var answer = _rules.Reserve(ledger, ++engine._ids, priority == RequestPriority.Bulk, now);
                var use = new SharedUse((int)answer.Taken, (int)answer.Permits, ledger.CountProcesses(now - (2 * ledger.Book.Window)));
                var wait = TimeSpan.FromTicks(answer.Wait * 10);
                return ValueTask.FromResult(answer.Lease is { } lease
                    ? SharedReservation.Granted(new Permit(this, lease), wait, use)
                    : SharedReservation.NotYet(wait, use));
            }
        }

        public ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
        {
            lock (engine._gate)
            {
                _rules.Pause(engine._ledger, Microseconds(duration), Now());
                return ValueTask.CompletedTask;
            }
        }

        public void Complete(long lease, bool wasUsed)
        {
            lock (engine._gate)
            {
                _rules.Complete(engine._ledger, lease, wasUsed, Now());
            }
        }

        private long Now() => Microseconds(engine._timeProvider.GetElapsedTime(0));
    }

    private sealed class Permit(Connection connection, long lease) : ISharedPermit
    {
        public ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken)
        {
            connection.Complete(lease, wasUsed);
            return ValueTask.CompletedTask;
        }
    }
}
