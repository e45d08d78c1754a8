namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// Who waits for a permit, in two lanes of bounded length, and whose turn it is. Not thread-safe: its budget's lock guards it.
/// </summary>
/// <remarks>
/// Interactive callers go first, but of ten permits that are handed out while bulk callers wait, at least one is theirs. A
/// tenth of the places is kept for each lane, so that neither can shut the other out of the queue.
/// </remarks>
internal sealed class RequestLanes
{
    /// <summary>Of this many permits one goes to bulk callers, and of this many places one is kept for each lane.</summary>
    public const int Tenth = 10;

    private const int InteractiveBetweenBulk = Tenth - 1;

    private readonly LinkedList<Waiter> _interactive = new();
    private readonly LinkedList<Waiter> _bulk = new();
    private int _interactiveInARow;

    /// <summary>How many places there are in both.</summary>
    public int Limit { get; set; }

    public int Count => _interactive.Count + _bulk.Count;

    /// <summary>Whether the next permit is the bulk lane's, whoever else waits.</summary>
    public bool IsBulkDue => _bulk.Count > 0 && _interactiveInARow >= InteractiveBetweenBulk;

    public IEnumerable<Waiter> All => _interactive.Concat(_bulk);

    public int CountOf(RequestPriority priority) => Lane(priority).Count;

    public LinkedListNode<Waiter>? FirstOf(RequestPriority priority) => Lane(priority).First;

    public LinkedListNode<Waiter> Add(Waiter waiter) => Lane(waiter.Priority).AddLast(waiter);

    /// <summary>Takes a caller out who got no permit.</summary>
    /// <returns>False if the caller has left already.</returns>
    public static bool Remove(LinkedListNode<Waiter> waiter)
    {
        if (waiter.List is not { } lane)
        {
            return false;
        }

        lane.Remove(waiter);
        return true;
    }

    /// <summary>Takes a caller out who got a permit.</summary>
    public void Serve(LinkedListNode<Waiter> waiter)
    {
        if (waiter.Value.Priority == RequestPriority.Bulk)
        {
            _interactiveInARow = 0;
        }
        else if (_bulk.Count > 0)
        {
            _interactiveInARow++;
        }

        Remove(waiter);
    }

    /// <summary>Whether the next permit would be the bulk lane's if a caller who comes to empty lanes stood in it.</summary>
    public bool IsDueWhenAlone(RequestPriority priority) => priority == RequestPriority.Bulk && _interactiveInARow >= InteractiveBetweenBulk;

    /// <summary>Notes that a caller who came to empty lanes got a permit.</summary>
    public void ServeAtOnce(RequestPriority priority)
    {
        if (priority == RequestPriority.Bulk)
        {
            _interactiveInARow = 0;
        }
    }

    public void Clear()
    {
        _interactive.Clear();
        _bulk.Clear();
    }

    /// <summary>Whether a lane holds more callers than it has places. Odd places are the interactive lane's.</summary>
    public bool IsOverfull(RequestPriority priority)
    {
        var keptForBulk = Limit / Tenth;
        var keptForInteractive = (Limit + Tenth - 1) / Tenth;
        var places = Limit - (priority == RequestPriority.Bulk ? keptForInteractive : keptForBulk);
        return CountOf(priority) > places || Count > Limit;
    }

    /// <summary>How many permits are handed out before the last caller of a lane gets one, if nobody comes or goes.</summary>
    public int AheadOfLast(RequestPriority priority)
    {
        var ahead = Math.Max(CountOf(priority) - 1, 0);
        if (priority == RequestPriority.Bulk)
        {
            return ahead + Math.Min(_interactive.Count, Math.Max(((ahead + 1) * InteractiveBetweenBulk) - _interactiveInARow, 0));
        }

        return ahead + Math.Min(_bulk.Count, (ahead + _interactiveInARow) / InteractiveBetweenBulk);
    }

    private LinkedList<Waiter> Lane(RequestPriority priority) => priority == RequestPriority.Bulk ? _bulk : _interactive;
}
