using System.Data.Common;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Sharing.Tokens.Leasing;
using SieSmart.Pipeline.Sqlite.Storage;

namespace SieSmart.Pipeline.Sqlite;

/// <summary>The encrypted tokens of all processes of a machine that a user runs, in an SQLite file that only this user can read.</summary>
/// <remarks>
/// The file is another than those of budgets, and all budgets of a directory have one. The clock is the machine's own since its start; after a
/// start of the machine nothing of it counts. The file must be on a disk of this machine. Thread-safe.
/// </remarks>
public sealed class SqliteTokenStore : ISharedTokenStore, IDisposable
{
    private const string FileName = "tokens.db";

    private readonly MachineClock _clock;
    private readonly ReopenedFile<TokenDatabase> _file;

    /// <summary>Nothing is opened before the first question.</summary>
    /// <param name="directory">
    /// Where the file is; null (the default) for a directory of the user who runs the program. It is made, if need be, so that only
    /// this user can open it; one that others can write to is refused.
    /// </param>
    /// <param name="timeProvider">The machine's clock; the system's by default. Only its timestamps are used.</param>
    /// <exception cref="InvalidOperationException">No directory is given, and the user has none.</exception>
    public SqliteTokenStore(string? directory = null, TimeProvider? timeProvider = null)
    {
        _clock = new MachineClock(timeProvider ?? TimeProvider.System);
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(directory ?? PrivateFile.DefaultDirectory(), FileName));
        _file = new ReopenedFile<TokenDatabase>(
            () => TokenDatabase.Open(Path),
            () => new ObjectDisposedException(nameof(SqliteTokenStore), "The store of shared tokens was disposed of. Keep it, or the service provider that owns it, for as long as calls are made."));
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    /// <exception cref="DbException">The file can't be read or changed.</exception>
    /// <exception cref="InvalidOperationException">A newer version of the library has made the file.</exception>
    /// <exception cref="UnauthorizedAccessException">Others can change the directory, or the file is another user's.</exception>
    public ValueTask<SharedTokenAnswer> AskAsync(string key, long after, string asker, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<SharedTokenAnswer>(_file.Use(database =>
        {
            // Whoever only looks keeps nobody from writing.
            var (now, isAnother) = _clock.Read(database.LastTime());
            return !isAnother && TokenRules.Ask(database.Read(key), after, asker, lease, now).Answer is { IsLeased: false } seen
                ? seen
                : database.Change(key, _clock.Read, (entry, then) => TokenRules.Ask(entry, after, asker, lease, then));
        }));
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The file can't be read or changed.</exception>
    public ValueTask<long?> StoreAsync(string key, string asker, ProtectedToken token, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<long?>(_file.Use(database => database.Change(key, _clock.Read, (entry, now) => TokenRules.Store(entry, asker, token, now))));
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The file can't be read or changed.</exception>
    public ValueTask ReleaseAsync(string key, string asker, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _file.Use(database => database.Change(key, _clock.Read, (entry, _) => (TokenRules.Release(entry, asker), true)));
        return default;
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The file can't be read or changed.</exception>
    public ValueTask DropAsync(string key, long version, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _file.Use(database => database.Change(key, _clock.Read, (entry, _) => (TokenRules.Drop(entry, version), true)));
        return default;
    }

    /// <summary>Closes the file. Questions after it fail.</summary>
    public void Dispose() => _file.Dispose();
}
