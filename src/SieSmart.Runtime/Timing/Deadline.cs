namespace SieSmart.Runtime;

/// <summary>A token that ends after a time, or with another one before.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenRegistration _registration;

    /// <summary>Begins the time.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="time">How long it is.</param>
    /// <param name="outer">What ends the token before.</param>
    public Deadline(TimeProvider timeProvider, TimeSpan time, CancellationToken outer)
    {
        _source = timeProvider.CreateCancellationTokenSource(time);
        _outer = outer;
        _registration = outer.CanBeCanceled ? outer.Register(static source => ((CancellationTokenSource)source!).Cancel(), _source) : default;
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time has run out, and nobody else ended the token.</summary>
    public bool HasPassed => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
