using System.Globalization;

namespace SieSmart.Pipeline.Sharing;

/// <summary>The limit that processes share, as all of them must say it. Immutable.</summary>
public sealed record SharedBudgetLimit
{
    /// <summary>The longest name.</summary>
    private const int LongestName = 200;

    /// <summary>More than any API allows in a window, and few enough to be kept one by one.</summary>
    private const int MostPermits = 100_000;

    /// <summary>Creates a limit.</summary>
    /// <param name="name">
    /// Which limit it is: all who name the same share it. 1 to 200 characters, no control characters and no braces; usually host and port.
    /// </param>
    /// <param name="permits">How many requests may be sent in any window, 1 to 100,000.</param>
    /// <param name="window">The length of the window, more than zero and at most a day.</param>
    /// <param name="longestRequest">
    /// The longest time from a permit's start until the answer to its request, more than zero and at most a day. A permit of which nothing is
    /// heard that long comes free one window later.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, too long, or has a character that it may not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another argument is outside its range.</exception>
    public SharedBudgetLimit(string name, int permits, TimeSpan window, TimeSpan longestRequest)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Trim().Length == 0 || name.Length > LongestName || name.Any(character => char.IsControl(character) || character is '{' or '}'))
        {
            throw new ArgumentException("The name of a shared budget must have 1 to 200 characters, without control characters and braces.", nameof(name));
        }

        Name = name;
        Permits = permits is >= 1 and <= MostPermits
            ? permits
            : throw new ArgumentOutOfRangeException(nameof(permits), permits, "A shared budget must have 1 to 100,000 permits.");
        Window = InRange(window, nameof(window));
        LongestRequest = InRange(longestRequest, nameof(longestRequest));
    }

    /// <summary>Which limit it is.</summary>
    public string Name { get; }

    /// <summary>How many requests may be sent in any <see cref="Window"/>.</summary>
    public int Permits { get; }

    /// <summary>The length of the window.</summary>
    public TimeSpan Window { get; }

    /// <summary>How long a process may be silent about a permit before it is taken for dead.</summary>
    public TimeSpan LongestRequest { get; }

    /// <summary>The limit in words.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "'{0}': {1} in {2}", Name, Permits, Window);

    private static TimeSpan InRange(TimeSpan time, string name) =>
        time > TimeSpan.Zero && time <= TimeSpan.FromDays(1)
            ? time
            : throw new ArgumentOutOfRangeException(name, time, $"The {name} of a shared budget must be more than zero and at most a day.");
}
