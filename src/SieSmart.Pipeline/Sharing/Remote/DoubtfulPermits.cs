using System.Collections.Concurrent;

namespace SieSmart.Pipeline.Sharing.Remote;

/// <summary>
/// Permits of which nobody knows whether they were granted: the question may have come to the server, and its answer not from it. They are
/// given back when the server answers again. Thread-safe.
/// </summary>
/// <typeparam name="TLease">What the server calls a permit by.</typeparam>
/// <param name="giveBack">Tells the server that a permit was not used.</param>
internal sealed class DoubtfulPermits<TLease>(Func<TLease, Task> giveBack)
{
    private readonly ConcurrentQueue<TLease> _leases = new();

    public void Add(TLease lease) => _leases.Enqueue(lease);

    /// <summary>Gives them back meanwhile, if there are any: the server has answered.</summary>
    public void GiveBack()
    {
        if (!_leases.IsEmpty)
        {
            _ = GiveBackAsync();
        }
    }

    private async Task GiveBackAsync()
    {
        while (_leases.TryDequeue(out var lease))
        {
            try
            {
                await giveBack(lease).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The next answer gives occasion to try again.
                _leases.Enqueue(lease);
                return;
            }
        }
    }
}
