namespace SharedBudgets.Simulation.Time;

/// <summary>
/// What happens, in the order of its time; of what happens at the same time, in the order in which it was planned. All of it on one thread, so
/// that the same plan is always carried out in the same way.
/// </summary>
internal sealed class Timeline
{
    [ThreadStatic]
    private static Timeline? s_current;

    private readonly PriorityQueue<Action, (long Time, long Number)> _planned = new();
    private readonly Queue<Action> _posted = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _number;

    /// <summary>The one that runs on this thread.</summary>
    public static Timeline Current => s_current ?? throw new InvalidOperationException("Something went on on a thread on which no simulation runs, so its order is left to chance. Find out what started it, and start it on the timeline.");

    /// <summary>The true time since the beginning, in ticks. No machine knows it.</summary>
    public long Now { get; private set; }

    public void At(long time, Action happens)
    {
        AssertThread();
        _planned.Enqueue(happens, (Math.Max(time, Now), _number++));
    }

    public void In(TimeSpan time, Action happens) => At(Now + time.Ticks, happens);

    /// <summary>Runs something after all that runs now, at the same time.</summary>
    public void Post(Action work)
    {
        AssertThread();
        _posted.Enqueue(work);
    }

    public void RunUntil(TimeSpan end)
    {
        var (before, context) = (s_current, SynchronizationContext.Current);
        s_current = this;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            RunPosted();
            while (_planned.TryPeek(out _, out var next) && next.Time <= end.Ticks)
            {
                Now = next.Time;
                _planned.Dequeue()();
                RunPosted();
            }

            Now = end.Ticks;
        }
        finally
        {
            s_current = before;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void RunPosted()
    {
        while (_posted.TryDequeue(out var work))
        {
            work();
        }
    }

    private void AssertThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("Something was planned on another thread, so its order is left to chance. Find out what started it, and start it on the timeline.");
        }
    }
}
