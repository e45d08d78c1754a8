using System.Data.Common;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Sqlite.Storage;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.Sqlite;

/// <summary>The permits of all processes of a machine that a user runs, in an SQLite file that only this user can read.</summary>
/// <remarks>
/// <para>
/// The clock is the machine's own since its start, which nobody can set. A process that is killed loses its own permits only, and only
/// until their lease ends. After a start of the machine all permits are free one window from then.
/// </para>
/// <para>
/// The file must be on a disk of this machine: the locks of network file systems can't be relied on. Nobody may delete it while
/// programs run, since each would go on with what it has open. Thread-safe.
/// </para>
/// </remarks>
public sealed class SqliteSharedBudget : ISharedBudget, IDisposable
{
    private readonly SharedBudgetLimit _limit;
    private readonly BudgetRules _rules;
    private readonly MachineClock _clock;
    private readonly ReopenedFile<BudgetDatabase> _file;
    private readonly long _process = NewId();

    /// <summary>Nothing is opened before the first question.</summary>
    /// <param name="limit">The limit, which all processes must say alike.</param>
    /// <param name="directory">
    /// Where the file is; null (the default) for a directory of the user who runs the program. It is made, if need be, so that only
    /// this user can open it; one that others can write to is refused.
    /// </param>
    /// <param name="timeProvider">The machine's clock; the system's by default. Only its timestamps are used.</param>
    /// <exception cref="ArgumentNullException"><paramref name="limit"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No directory is given, and the user has none.</exception>
    public SqliteSharedBudget(SharedBudgetLimit limit, string? directory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(limit);
        _limit = limit;
        _rules = new BudgetRules(limit.Permits, BudgetTime.Microseconds(limit.Window), BudgetTime.Microseconds(limit.LongestRequest));
        _clock = new MachineClock(timeProvider ?? TimeProvider.System);
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(directory ?? PrivateFile.DefaultDirectory(), PrivateFile.NameOf(limit.Name)));
        _file = new ReopenedFile<BudgetDatabase>(
            () => BudgetDatabase.Open(Path, limit.Name),
            () => new ObjectDisposedException(nameof(SqliteSharedBudget), "The machine-wide budget was disposed of. Keep it, or the service provider that owns it, for as long as calls are made."));
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    /// <exception cref="SharedBudgetMismatchException">Others have another limit, or a newer version of the library.</exception>
    /// <exception cref="DbException">The file can't be read or changed.</exception>
    /// <exception cref="UnauthorizedAccessException">Others can change the directory, or the file is another user's.</exception>
    public ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<SharedReservation>(Change((ledger, now) =>
        {
            if (!_rules.Agree(ledger, now))
            {
                throw SharedBudgetMismatchException.OfLimits(_limit, (int)ledger.Book.Permits, BudgetTime.Of(ledger.Book.Window));
            }

            ledger.Touch(_process, now);
            var answer = _rules.Reserve(ledger, NewId(), priority == RequestPriority.Bulk, now);
            return ToReservation(answer, ledger.CountProcesses(now - (2 * ledger.Book.Window)));
        }));
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The file can't be read or changed.</exception>
    public ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Change((ledger, now) =>
        {
            _rules.Pause(ledger, BudgetTime.Microseconds(duration), now);
            return true;
        });
        return default;
    }

    /// <summary>Closes the file. Questions after it fail.</summary>
    public void Dispose() => _file.Dispose();

    internal void Complete(long lease, bool wasUsed) =>
        Change((ledger, now) =>
        {
            _rules.Complete(ledger, lease, wasUsed, now);
            return true;
        });

    private static long NewId() => BitConverter.ToInt64(Guid.NewGuid().ToByteArray(), 0);

    private SharedReservation ToReservation(BudgetAnswer answer, int processes)
    {
        var use = new SharedUse((int)answer.Taken, (int)answer.Permits, processes);
        var wait = BudgetTime.Of(answer.Wait);
        return answer.Lease is { } lease
            ? SharedReservation.Granted(new SqlitePermit(this, lease), wait, use)
            : SharedReservation.NotYet(wait, use);
    }

    private TResult Change<TResult>(Func<IPermitLedger, long, TResult> change) =>
        _file.Use(database => database.Change(ledger => change(ledger, Now(ledger))));

    /// <summary>The time, looked at while nobody else can change the file, so that it never goes back.</summary>
    private long Now(IPermitLedger ledger)
    {
        var (now, isAnother) = _clock.Read(ledger.Book.Last);
        if (isAnother)
        {
            _rules.StartCold(ledger, now);
        }

        return Math.Max(now, ledger.Book.Last);
    }
}
