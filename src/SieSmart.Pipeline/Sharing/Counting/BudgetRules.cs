namespace SieSmart.Pipeline.Sharing.Counting;

/// <summary>
/// The rules of a shared budget. Redis and PostgreSQL have them in their own languages; whoever changes them here changes them there, and one
/// suite of tests holds them all to it.
/// </summary>
/// <param name="permits">The permits of a window.</param>
/// <param name="window">The window, in microseconds.</param>
/// <param name="longestRequest">How long a process may be silent about a permit, in microseconds.</param>
internal sealed class BudgetRules(long permits, long window, long longestRequest)
{
    /// <summary>Of this many permits, one goes to bulk callers while they wait.</summary>
    private const int Tenth = 10;

    private const int InteractiveBetweenBulk = Tenth - 1;

    /// <summary>More turns than these are not made up for.</summary>
    private const int MostTurnsOwed = 10;

    /// <summary>How long a bulk caller who was told to sleep is taken to be waiting after that.</summary>
    private readonly long _bulkGrace = Math.Max(window / Tenth, 1);

    /// <summary>The same of an interactive one. Short, because bulk callers wait meanwhile even if there is nobody any more.</summary>
    private readonly long _interactiveGrace = Math.Max(Math.Min(window / (2 * Tenth), 100_000), 1);

    /// <returns>Whether the processes that use the budget have the same limit. If nobody uses it, they have from now on.</returns>
    public bool Agree(IPermitLedger ledger, long now)
    {
        var book = ledger.Book;
        ledger.Expire(now);
        book.Last = now;
        if (book.Permits == permits && book.Window == window)
        {
            return true;
        }

        if (book.Permits > 0 && ledger.Answered + ledger.Leased > 0)
        {
            return false;
        }

        (book.Permits, book.Window, book.Lowered) = (permits, window, 0);
        return true;
    }

    /// <summary>Starts from nothing known: all permits are free one window from now, when what others may have sent has been forgotten.</summary>
    public void StartCold(IPermitLedger ledger, long now)
    {
        ledger.Clear();
        var book = ledger.Book;
        (book.Last, book.ColdUntil, book.PausedUntil, book.Lowered, book.SpacedUntil) = (now, now + window, 0, 0, 0);
        (book.InteractiveUntil, book.BulkUntil, book.Turns) = (0, 0, 0);
    }

    public BudgetAnswer Reserve(IPermitLedger ledger, long newLease, bool isBulk, long now)
    {
        var book = ledger.Book;
        var current = CurrentPermits(book, now);
        var taken = ledger.Answered + ledger.Leased;
        if (now < book.PausedUntil)
        {
            return NotYet(book, isBulk, now, book.PausedUntil - now, taken, current);
        }

        var isDue = isBulk && book.Turns >= InteractiveBetweenBulk;
        var kept = isBulk && !isDue ? current / Tenth : 0;

        // As many of those that are answered must come free before. Of those that are on their way nobody knows when they do.
        var before = taken - (current - kept) + 1;
        if (before > ledger.Answered)
        {
            var wait = Math.Max(Math.Min(window, (ledger.FirstLeaseEnd ?? (now + window)) - now), 1);
            return NotYet(book, isBulk, now, wait, taken, current);
        }

        var start = Math.Max(before <= 0 ? now : ledger.FreeAt(before - 1), Math.Max(now, book.ColdUntil));
        if (book.Lowered > 0)
        {
            start = Math.Max(start, book.SpacedUntil);
        }

        if (isBulk && !isDue)
        {
            // Where people wait, what is free is theirs, though they may not have asked for it yet: each process asks for one at a time.
            var rest = Math.Max(start, book.InteractiveUntil) - now;
            if (rest > 0)
            {
                return NotYet(book, isBulk, now, Math.Min(rest, UntilTurn(ledger, now)), taken, current);
            }
        }

        Grant(book, isBulk, start, now, current);
        ledger.AddLease(newLease, start + longestRequest + window);
        return new BudgetAnswer(newLease, start - now, taken + 1, current);
    }

    public void Complete(IPermitLedger ledger, long lease, bool wasUsed, long now)
    {
        ledger.Book.Last = now;
        ledger.RemoveLease(lease);
        if (wasUsed)
        {
            // Also where the lease has ended meanwhile: the server counts it.
            ledger.AddAnswered(now + window);
        }
    }

    public void Pause(IPermitLedger ledger, long duration, long now)
    {
        var book = ledger.Book;
        book.Last = now;

        // Refusals of requests that were on their way already count as one, and so does that of the request which goes ahead afterwards.
        if (now >= book.PausedUntil + (book.PausedUntil > 0 ? window / 4 : 0))
        {
            book.Lowered = Math.Max(CurrentPermits(book, now) * 3 / 4, Math.Max(permits / Tenth, 1));
            book.RisesFrom = now + duration;
        }

        book.PausedUntil = Math.Max(book.PausedUntil, now + duration);
    }

    private void Grant(BudgetBook book, bool isBulk, long start, long now, long current)
    {
        book.SpacedUntil = start + (window / current);
        if (isBulk)
        {
            book.Turns = Math.Max(book.Turns - InteractiveBetweenBulk, 0);
            book.BulkUntil = Math.Max(book.BulkUntil, start + _bulkGrace);
            return;
        }

        if (now < book.BulkUntil)
        {
            book.Turns = Math.Min(book.Turns + 1, InteractiveBetweenBulk * MostTurnsOwed);
        }

        if (start > now || now < book.InteractiveUntil)
        {
            book.InteractiveUntil = Math.Max(book.InteractiveUntil, start + _interactiveGrace);
        }
    }

    private BudgetAnswer NotYet(BudgetBook book, bool isBulk, long now, long wait, long taken, long current)
    {
        if (isBulk)
        {
            book.BulkUntil = Math.Max(book.BulkUntil, now + wait + _bulkGrace);
        }
        else
        {
            book.InteractiveUntil = Math.Max(book.InteractiveUntil, now + wait + _interactiveGrace);
        }

        return new BudgetAnswer(Lease: null, wait, taken, current);
    }

    /// <summary>When it can be the turn of bulk callers: each permit that comes free goes to an interactive one, as long as those wait.</summary>
    private long UntilTurn(IPermitLedger ledger, long now)
    {
        var book = ledger.Book;
        var ahead = InteractiveBetweenBulk - book.Turns;
        return now >= book.InteractiveUntil ? long.MaxValue
            : ahead <= ledger.Answered ? Math.Max(ledger.FreeAt(ahead - 1) - now, 1)
            : window;
    }

    private long CurrentPermits(BudgetBook book, long now)
    {
        if (book.Lowered == 0)
        {
            return permits;
        }

        var raised = book.Lowered + (Math.Max(now - book.RisesFrom, 0) / window * Math.Max(permits / 20, 1));
        if (raised < permits)
        {
            return raised;
        }

        book.Lowered = 0;
        return permits;
    }
}
