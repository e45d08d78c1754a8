namespace NightlySync.Sending;

/// <summary>
/// When requests were answered, and so when the next ones get their turn: each takes a place in the limit's window, and gives it back
/// when the window has passed. Thread-safe.
/// </summary>
/// <param name="perWindow">How many requests of this run the limit takes in a window.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class LimitWatch(int perWindow, TimeProvider timeProvider)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Queue<long> _answered = new();

    /// <summary>How long until the next request gets its turn; null while there are free places.</summary>
    public TimeSpan? NextTurn
    {
        get
        {
            lock (_gate)
            {
                Forget();
                return _answered.Count >= perWindow ? Rest(_answered.Peek()) : null;
            }
        }
    }

    public void NoteAnswer()
    {
        lock (_gate)
        {
            _answered.Enqueue(timeProvider.GetTimestamp());
            Forget();
        }
    }

    /// <summary>How long it takes until so many more requests have got their turn; zero while there are places for all of them.</summary>
    public TimeSpan Until(int requests)
    {
        lock (_gate)
        {
            Forget();
            var behind = requests - (perWindow - _answered.Count);
            if (behind <= 0)
            {
                return TimeSpan.Zero;
            }

            // Places come back in the order in which they were taken, and again a window later. Those that are still free count as taken now.
            var place = (behind - 1) % perWindow;
            var rest = place < _answered.Count ? Rest(_answered.ElementAt(place)) : Window;
            return rest + ((behind - 1) / perWindow * Window);
        }
    }

    private TimeSpan Rest(long answered) => Window - timeProvider.GetElapsedTime(answered);

    private void Forget()
    {
        while (_answered.TryPeek(out var oldest) && Rest(oldest) <= TimeSpan.Zero)
        {
            _answered.Dequeue();
        }
    }
}
