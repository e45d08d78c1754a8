namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// The permits of several processes or machines, which share one limit of the server. A <see cref="RequestBudget"/> in each
/// process stands in front of it, with the callers in its queue.
/// </summary>
/// <remarks>
/// <para>
/// Each budget asks for the first caller of each lane only, at most one question a lane at a time, and asks again when it was
/// told to: nobody polls. Local callers keep their order; between processes the shared budget decides, and it should
/// keep to the rules of <see cref="RequestBudget"/>: at least one of ten permits for bulk callers while some wait, a tenth
/// of the permits kept free for interactive ones. It does so by answering interactive questions with the next permit that comes free,
/// reserved, and bulk ones with a sleep, unless a permit is free now or it is their turn.
/// </para>
/// <para>
/// All times are those of one clock, the shared budget's own. The clocks of processes differ, so none of theirs may come in.
/// </para>
/// <para>
/// Permits may be lost: a process ends, or its report does not arrive. An implementation frees a permit by itself when no
/// report can come any more, one window after the longest time that a request can take.
/// </para>
/// <para>
/// A question or a report may take <see cref="RequestBudget.SharedCallTimeout"/>. A question that takes longer counts as failed,
/// and a permit that it still brings is given back unused.
/// </para>
/// <para>
/// It fails closed: while the shared budget can't be asked nothing is sent. Questions are repeated after 1 s, then
/// 2 s and so on up to 30 s, until the callers' time is over; their exception then has the last failure as its inner
/// exception. An implementation that would rather send than wait catches its own failures and grants a permit.
/// </para>
/// <para>Implementations must be thread-safe.</para>
/// </remarks>
public interface ISharedBudget
{
    /// <summary>Reserves a permit, or says how long to sleep before asking again. Answers at once instead of waiting itself.</summary>
    /// <param name="priority">The lane of the caller that the permit is for.</param>
    /// <param name="cancellationToken">Cancelled when it takes too long, and when nobody wants the permit any more.</param>
    ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken);

    /// <summary>
    /// Tells all processes that the server refused a request though it had a permit. Until the pause is over,
    /// <see cref="ReserveAsync"/> answers every process with <see cref="SharedReservation.NotYet"/> and the rest of the pause.
    /// </summary>
    /// <param name="duration">
    /// How long to pause, at most <see cref="RequestBudget.LongestPause"/>; it never shortens a pause that lasts longer.
    /// </param>
    /// <param name="cancellationToken">Cancelled when it takes longer than <see cref="RequestBudget.SharedCallTimeout"/>.</param>
    /// <remarks>
    /// Somebody who isn't part of the shared budget spends the server's limit too, so an implementation should lower its permits
    /// for a while. A failure is not repeated: each process that is refused itself reports it too.
    /// </remarks>
    ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken);
}
