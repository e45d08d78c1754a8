namespace Requirements;

/// <summary>Whether a machine has what was looked for, and where.</summary>
public sealed record Finding
{
    private Finding(string? path, string reason) => (Path, Reason) = (path, reason);

    /// <summary>Where it is; null if it isn't there.</summary>
    public string? Path { get; }

    /// <summary>Why it isn't there, as a sentence; empty if it is.</summary>
    public string Reason { get; }

    /// <summary>It is there.</summary>
    /// <param name="path">Where it is.</param>
    public static Finding At(string path) => new(path, string.Empty);

    /// <summary>It isn't there, or doesn't run.</summary>
    /// <param name="reason">Where it was looked for, or how it failed, as a sentence.</param>
    public static Finding Missing(string reason) => new(path: null, reason);
}
