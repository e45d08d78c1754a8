namespace SieSmart.Pipeline.Throttling;

/// <summary>What an <see cref="ISharedBudget"/> answers: a permit, or how long to sleep before the next question. Immutable.</summary>
public sealed class SharedReservation
{
    private SharedReservation(ISharedPermit? permit, TimeSpan wait, SharedUse? use)
    {
        Permit = permit;
        Wait = wait;
        Use = use;
    }

    /// <summary>The permit; null if there is none yet.</summary>
    public ISharedPermit? Permit { get; }

    /// <summary>
    /// With a permit, how long to sleep before it may be used: it is reserved for then. Without, how long to sleep before
    /// asking again. Never negative.
    /// </summary>
    public TimeSpan Wait { get; }

    /// <summary>How the permits of all processes stand, this answer included; null (the default) if the budget doesn't say.</summary>
    /// <remarks>A process that loses sight of the budget can keep to its part of the limit with it.</remarks>
    public SharedUse? Use { get; }

    /// <summary>There is a permit.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="startIn">How long to sleep before it may be used, zero or more; zero by default.</param>
    /// <param name="use">How the permits of all processes stand; null (the default) if that isn't known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="permit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="startIn"/> is negative.</exception>
    public static SharedReservation Granted(ISharedPermit permit, TimeSpan startIn = default, SharedUse? use = null)
    {
        ArgumentNullException.ThrowIfNull(permit);
        return startIn >= TimeSpan.Zero
            ? new SharedReservation(permit, startIn, use)
            : throw new ArgumentOutOfRangeException(nameof(startIn), startIn, "A permit can't start in the past; pass zero for one that may be used now.");
    }

    /// <summary>There is no permit yet: all are taken, kept for the other lane, or paused.</summary>
    /// <param name="tryAgainIn">
    /// How long to sleep before asking again, more than zero. Less than 10 ms and more than an hour are taken for those.
    /// </param>
    /// <param name="use">How the permits of all processes stand; null (the default) if that isn't known.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tryAgainIn"/> is zero or negative.</exception>
    public static SharedReservation NotYet(TimeSpan tryAgainIn, SharedUse? use = null) =>
        tryAgainIn > TimeSpan.Zero
            ? new SharedReservation(permit: null, tryAgainIn, use)
            : throw new ArgumentOutOfRangeException(nameof(tryAgainIn), tryAgainIn, "The sleep before the next question must be more than zero.");
}
