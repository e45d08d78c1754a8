namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// Says whether there is a permit. Called under its budget's lock, so it neither blocks nor calls back before it returns. All
/// times are those of the budget's clock.
/// </summary>
internal interface IPermitEngine : IDisposable
{
    /// <summary>How long to pause after a refusal that doesn't say.</summary>
    TimeSpan DefaultPause { get; }

    /// <summary>What callers wait for, to complete "5 requests wait already …".</summary>
    string Scarcity { get; }

    /// <summary>How many permits are out or not yet free again, and how many there are; null where only others know.</summary>
    (int Used, int Permits)? Usage(TimeSpan now);

    /// <summary>Why no permit can be had, other than that all are used up.</summary>
    Exception? Failure { get; }

    /// <summary>Takes a permit if there is one.</summary>
    /// <param name="priority">The lane that it is for.</param>
    /// <param name="isDue">Whether it is a bulk caller's turn, so that nothing is kept from it.</param>
    /// <param name="now">The time.</param>
    /// <param name="permit">What to give back; null where permits are only counted.</param>
    bool TryTake(RequestPriority priority, bool isDue, TimeSpan now, out ISharedPermit? permit);

    /// <summary>Takes a permit back.</summary>
    void GiveBack(ISharedPermit? permit, bool wasUsed, TimeSpan now);

    /// <summary>When to try again for a lane; null until a permit is given back or the engine calls.</summary>
    TimeSpan? NextChance(RequestPriority priority, TimeSpan now);

    /// <summary>The earliest time at which a caller can have a permit, as far as is known.</summary>
    TimeSpan EarliestGrant(int ahead, RequestPriority priority, TimeSpan now);

    /// <summary>Says in which lanes callers are left.</summary>
    void TellDemand(bool isInteractiveWaiting, bool isBulkWaiting);

    /// <summary>Learns that the server refused a request, which was let through at a time.</summary>
    void Learn(TimeSpan grantedAt, TimeSpan resumesAt, TimeSpan now);

    /// <summary>Tells others of a pause.</summary>
    void SharePause(TimeSpan duration);

    /// <summary>Changes the number of permits, where they are the engine's own.</summary>
    void Resize(int permits);
}
