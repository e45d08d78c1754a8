namespace SieSmart.Pipeline.Endings;

/// <summary>Whether a client that was made without dependency injection is still in use. Thread-safe.</summary>
internal sealed class ClientLifetime
{
    private volatile bool _hasEnded;

    public bool HasEnded => _hasEnded;

    /// <summary>Called before anything that calls need is disposed of.</summary>
    public void End() => _hasEnded = true;

    /// <exception cref="ObjectDisposedException">The client was disposed of.</exception>
    public void ThrowIfEnded()
    {
        if (_hasEnded)
        {
            throw new ObjectDisposedException("client", "The call was not made: its client was disposed of. Keep the client for as long as calls are made.");
        }
    }
}
