namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// When nobody gets a permit: until a pause is over, and after a refusal until the one request that goes ahead is answered. Not
/// thread-safe: its queue's lock guards it.
/// </summary>
internal sealed class BudgetPause
{
    private bool _sendsOneAtATime;
    private RequestPermit? _probe;

    /// <summary>When the pause is over.</summary>
    public TimeSpan Until { get; private set; }

    /// <summary>Whether the one request that goes ahead after a pause is on its way.</summary>
    public bool IsProbing => _sendsOneAtATime && _probe is not null;

    public bool Holds(TimeSpan now) => now < Until || IsProbing;

    public TimeSpan RestAt(TimeSpan now) => Until > now ? Until - now : TimeSpan.Zero;

    /// <summary>Begins a pause, or prolongs one. Never shortens one that lasts longer.</summary>
    /// <returns>The time that is paused for by this.</returns>
    public TimeSpan Begin(TimeSpan asked, TimeSpan now)
    {
        var duration = asked < TimeSpan.Zero ? TimeSpan.Zero
            : asked < RequestBudget.LongestPause ? asked
            : RequestBudget.LongestPause;
        if (now + duration > Until)
        {
            Until = now + duration;
        }

        return duration;
    }

    /// <summary>Notes that a permit was handed out.</summary>
    public void NoteGrant(RequestPermit permit)
    {
        if (_sendsOneAtATime)
        {
            _probe = permit;
        }
    }

    /// <summary>Notes that a permit came back and its request was not refused.</summary>
    public void NoteReturn(RequestPermit permit, bool wasUsed)
    {
        if (permit == _probe)
        {
            _probe = null;
            _sendsOneAtATime = !wasUsed;
        }
    }

    /// <summary>Notes that the server refused a request.</summary>
    /// <returns>Whether it was the one that went ahead: that says that the window isn't over, not that too many were sent.</returns>
    public bool NoteRefusal(RequestPermit permit)
    {
        var wasProbe = permit == _probe;
        if (wasProbe)
        {
            _probe = null;
        }

        _sendsOneAtATime = true;
        return wasProbe;
    }
}
