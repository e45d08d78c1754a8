namespace SieSmart.Pipeline.Throttling;

/// <summary>The right to send one request, held on behalf of one process by an <see cref="ISharedBudget"/>.</summary>
public interface ISharedPermit
{
    /// <summary>Gives the permit back. Called once for each permit.</summary>
    /// <param name="wasUsed">
    /// True when the answer has arrived or the request has failed: the permit comes free one window from now. False when nothing
    /// was sent: it is free at once.
    /// </param>
    /// <param name="cancellationToken">Cancelled when it takes longer than <see cref="RequestBudget.SharedCallTimeout"/>.</param>
    /// <remarks>
    /// A failure is not repeated: the permit stays taken until the budget frees it itself, as it must for processes that end
    /// without a word.
    /// </remarks>
    ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken);
}
