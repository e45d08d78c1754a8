using System.Globalization;

namespace SieSmart.Runtime.Conflicts;

/// <summary>
/// How <see cref="OptimisticConcurrency"/> deals with conflicts. Read when an update starts, so one instance can serve
/// all updates of a program if nobody changes it.
/// </summary>
public sealed class UpdateOptions
{
    /// <summary>
    /// How often a change is tried, the first time included, before the update gives up; at least 1, 5 by default. An
    /// attempt is spent whenever somebody else turns out to have written in between, be it that the API refuses the write
    /// or that another read shows it before the write.
    /// </summary>
    public int Attempts { get; set; } = 5;

    /// <summary>
    /// The upper bound of the wait before the second attempt; it doubles with each attempt, and the wait is a random part of
    /// it, so that writers who met once don't meet again. Zero or more, 200 ms by default.
    /// </summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What the upper bound of the wait stops growing at; zero or more, 5 seconds by default.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The steps of the clock behind ETags that are date-times; zero or more, one second by default. Two versions within
    /// one step share their ETag, and If-Match can't tell them apart. So where an ETag is a whole number of steps and
    /// recent, the update reads once more when the step is over, and writes with what no later version can be taken for.
    /// Zero trusts every ETag at once.
    /// </summary>
    /// <remarks>
    /// ETags that aren't date-times, or that name a part of a step, cost nothing. For the others, the server's
    /// <c>Date</c> header shows whether the step is long over; that its clock and the one behind the ETags agree to five
    /// seconds is taken for granted. Without the header, the update waits.
    /// </remarks>
    public TimeSpan ETagResolution { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Which refusals, beside 412, mean that somebody else wrote first: some APIs answer 409 to a change that meets another one. Asked
    /// only of failures after which nothing can have been written; null (the default) for none.
    /// </summary>
    public Func<SieSmartException, bool>? IsConflict { get; set; }

    /// <summary>Measures and makes the waits; the system's clock by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Random numbers from 0 up to but not including 1, for the waits. Must be thread-safe.</summary>
    public Func<double> Randomizer { get; set; } = Randomness.Next;

    /// <summary>A copy that the caller can't change any more.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal static UpdateOptions Freeze(UpdateOptions? options)
    {
        var copy = (UpdateOptions?)options?.MemberwiseClone() ?? new UpdateOptions();
        var complaint = copy switch
        {
            { Attempts: < 1 } => $"{nameof(Attempts)} is {copy.Attempts.ToString(CultureInfo.InvariantCulture)}; set it to 1 or more",
            { Delay.Ticks: < 0 } => $"{nameof(Delay)} is negative; set it to zero or more",
            { MaxDelay.Ticks: < 0 } => $"{nameof(MaxDelay)} is negative; set it to zero or more",
            { ETagResolution.Ticks: < 0 } => $"{nameof(ETagResolution)} is negative; set it to zero or more",
            { TimeProvider: null } => $"{nameof(TimeProvider)} is null; leave it out for the system's clock",
            { Randomizer: null } => $"{nameof(Randomizer)} is null; leave it out for the default",
            _ => null,
        };
        return complaint is null
            ? copy
            : throw new ArgumentException($"The update was not started: {nameof(UpdateOptions)}.{complaint}.", nameof(options));
    }
}
