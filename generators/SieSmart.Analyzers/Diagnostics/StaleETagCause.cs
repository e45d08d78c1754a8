namespace SieSmart.Analyzers.Diagnostics;

/// <summary>
/// How an ETag came to be used twice (SIE1002); stands under <see cref="Key"/> in the diagnostic's properties, for code fixes.
/// </summary>
internal static class StaleETagCause
{
    /// <summary>The key in the diagnostic's properties.</summary>
    public const string Key = "Cause";

    /// <summary>A write, and later another one.</summary>
    public const string Sequence = nameof(Sequence);

    /// <summary>The same write in each round of a loop.</summary>
    public const string Loop = nameof(Loop);

    /// <summary>A second call of a function that writes.</summary>
    public const string Call = nameof(Call);

    /// <summary>Two writes at the same time, of which at most one can succeed.</summary>
    public const string Concurrent = nameof(Concurrent);
}
