using System.Data.Common;

namespace SieSmart.Pipeline.Sqlite.Storage;

/// <summary>A file that is opened when it is first used, and anew after it failed. Thread-safe: one at a time uses it.</summary>
/// <typeparam name="TDatabase">What it is, open.</typeparam>
/// <param name="open">Opens it.</param>
/// <param name="createDisposed">Makes the exception of a use after it was closed.</param>
internal sealed class ReopenedFile<TDatabase>(Func<TDatabase> open, Func<ObjectDisposedException> createDisposed) : IDisposable
    where TDatabase : class, IDisposable
{
    private readonly Lock _gate = new();
    private TDatabase? _database;
    private bool _isDisposed;

    /// <exception cref="DbException">The file can't be read or changed.</exception>
    /// <exception cref="ObjectDisposedException">It was closed for good.</exception>
    public TResult Use<TResult>(Func<TDatabase, TResult> use)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                throw createDisposed();
            }

            try
            {
                return use(_database ??= open());
            }
            catch (DbException)
            {
                Close();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Close();
        }
    }

    private void Close()
    {
        _database?.Dispose();
        _database = null;
    }
}
