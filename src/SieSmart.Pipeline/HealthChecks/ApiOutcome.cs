using System.Globalization;

namespace SieSmart.Pipeline.HealthChecks;

/// <summary>What an attempt to reach the API showed. Put into words when somebody asks for them. Thread-safe.</summary>
/// <param name="status">What it answered; null if no answer came.</param>
/// <param name="reason">Why none came.</param>
/// <param name="at">The monotonic timestamp.</param>
internal sealed class ApiOutcome(int? status, string? reason, long at)
{
    private long _at = at;

    /// <summary>What the API answered; null if no answer came.</summary>
    public int? Status => status;

    /// <summary>Whether the API answered for itself; a gateway's 502, 503 or 504 is none of its answers.</summary>
    public bool IsAvailable => status is not (null or 502 or 503 or 504);

    /// <summary>What came back, without anything of the request.</summary>
    public string Description => status is { } answered ? $"answered {answered.ToString(CultureInfo.InvariantCulture)}" : $"gave no answer ({reason})";

    /// <summary>The monotonic timestamp of the last attempt that showed it.</summary>
    public long At => Volatile.Read(ref _at);

    /// <summary>Notes that another attempt has shown the same.</summary>
    public void Repeat(long timestamp) => Volatile.Write(ref _at, timestamp);
}
