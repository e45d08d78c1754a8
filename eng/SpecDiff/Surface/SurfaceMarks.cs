namespace SpecDiff.Surface;

/// <summary>What the compiler tells those who use something.</summary>
/// <param name="Experimental">The diagnostic that asks for opting in, or null.</param>
/// <param name="Obsolete">Why it should not be used any more, or null.</param>
internal sealed record SurfaceMarks(string? Experimental, string? Obsolete)
{
    /// <summary>The marks as code.</summary>
    public string Text =>
        (Experimental is null ? "" : $"[Experimental(\"{Experimental}\")] ") +
        (Obsolete is null ? "" : "[Obsolete] ");
}
