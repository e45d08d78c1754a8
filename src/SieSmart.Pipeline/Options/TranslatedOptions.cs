namespace SieSmart.Pipeline;

/// <summary>A client's own options as those of the pipeline: the same instance for as long as they are the same. Thread-safe.</summary>
internal sealed class TranslatedOptions<TOptions>(Func<TOptions> read, Func<TOptions, OpenApiClientOptions> translate)
    where TOptions : class
{
    private volatile Translation? _last;

    public OpenApiClientOptions Read()
    {
        var own = read();
        var last = _last;
        if (!ReferenceEquals(own, last?.Own))
        {
            // Two callers who come at once make two of them; the first that is kept serves both.
            var mine = new Translation(own, translate(own));
            var kept = Interlocked.CompareExchange(ref _last, mine, last);
            last = ReferenceEquals(kept?.Own, own) ? kept : mine;
        }

        return last!.Options;
    }

    private sealed record Translation(TOptions Own, OpenApiClientOptions Options);
}
