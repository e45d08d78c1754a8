namespace SieSmart.Pipeline.Sharing.Counting;

/// <summary>
/// Who holds permits of a budget. Changed by one process at a time, within a transaction. All times are in microseconds of one clock, which
/// never goes back.
/// </summary>
internal interface IPermitLedger
{
    /// <summary>What else is known; changes are kept.</summary>
    BudgetBook Book { get; }

    /// <summary>How many permits were answered and are not yet free.</summary>
    long Answered { get; }

    /// <summary>How many permits are out, or reserved for later.</summary>
    long Leased { get; }

    /// <summary>When the first lease ends; null without one.</summary>
    long? FirstLeaseEnd { get; }

    /// <summary>How many processes have asked since a time.</summary>
    int CountProcesses(long since);

    /// <summary>When an answered permit comes free.</summary>
    /// <param name="index">Which, in the order in which they do, from 0.</param>
    long FreeAt(long index);

    /// <summary>Notes that a process asked.</summary>
    void Touch(long process, long now);

    /// <summary>Forgets what is free by now, and the leases that have ended.</summary>
    void Expire(long now);

    void AddLease(long id, long end);

    /// <returns>Whether it was there.</returns>
    bool RemoveLease(long id);

    void AddAnswered(long freeAt);

    /// <summary>Forgets all permits.</summary>
    void Clear();
}
