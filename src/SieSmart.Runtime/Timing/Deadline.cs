namespace SieSmart.Runtime;

/// <summary>A token that ends after a time, or with another one before.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private CancellationToken _outer;
    private CancellationTokenRegistration _registration;

    /// <summary>Begins the time.</summary>
    /// <param name="source">What ends the token after the time.</param>
    /// <param name="outer">What ends the token before.</param>
    public Deadline(CancellationTokenSource source, CancellationToken outer)
    {
        _source = source;
        Follow(outer);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time has run out, and nobody else ended the token.</summary>
    public bool HasPassed => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

#if NET8_0_OR_GREATER
    /// <summary>Where it goes when it is over, to be used again; null for nowhere.</summary>
    public Deadlines? Owner { get; init; }

    /// <summary>Begins the time once more, of one that was reset.</summary>
    public void Restart(TimeSpan time, CancellationToken outer)
    {
        _source.CancelAfter(time);
        Follow(outer);
    }

    /// <summary>Whether nothing has ended the token, so that it can be used again. Nobody listens to it any more.</summary>
    public bool TryReset()
    {
        _outer = default;
        return _source.TryReset();
    }

    public void Dispose()
    {
        _registration.Dispose();
        if (Owner?.TryTakeBack(this) != true)
        {
            _source.Dispose();
        }
    }
#else
    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
#endif

    private void Follow(CancellationToken outer)
    {
        _outer = outer;
        _registration = !outer.CanBeCanceled ? default
#if NET8_0_OR_GREATER
            : outer.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
#else
            : outer.Register(static source => ((CancellationTokenSource)source!).Cancel(), _source);
#endif
    }
}
