using System.Globalization;

namespace SieSmart.Runtime.Conflicts;

/// <summary>A version, and when it was seen.</summary>
internal sealed class Sighting<T>
    where T : notnull
{
    /// <summary>How far apart the clocks behind the Date header and behind the ETags may be.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _duration;

    /// <summary>Notes what was read, now.</summary>
    /// <exception cref="MissingETagException">The answer had no ETag.</exception>
    public Sighting(Versioned<T> version, long sent, TimeProvider timeProvider)
    {
        Version = version;
        ETag = version.ETag;
        Received = timeProvider.GetTimestamp();
        _duration = timeProvider.GetElapsedTime(sent, Received);
    }

    public Versioned<T> Version { get; }

    public ETag ETag { get; }

    /// <summary>A timestamp of the time provider.</summary>
    public long Received { get; }

    /// <summary>
    /// Whether the clock behind the ETags had gone on to the next step before the request was sent, so that no later version
    /// gets this one's ETag.
    /// </summary>
    public bool IsSettled(TimeSpan resolution)
    {
        if (resolution == TimeSpan.Zero
            || !ETag.TryGetTimestamp(out var timestamp)
            || timestamp.UtcTicks % resolution.Ticks != 0)
        {
            return true;
        }

        // The answer was made after the request was sent, and the request at most its duration before.
        return ServerTime is { } made && made - _duration >= timestamp + resolution + ClockSkew;
    }

    private DateTimeOffset? ServerTime =>
        Version.ResponseHeaders.TryGetValue("Date", out var values)
        && values.Count == 1
        && DateTimeOffset.TryParseExact(values[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
