namespace SharedBudgets.Simulation.Time;

/// <summary>A timer of a machine.</summary>
internal sealed class MachineTimer(MachineClock clock, Action callback) : ITimer
{
    /// <summary>Which setting is in force: what was planned for an earlier one comes to nothing.</summary>
    private int _setting;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _setting++;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Plan(dueTime, period, _setting);
        }

        return true;
    }

    public void Dispose() => _setting++;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Plan(TimeSpan due, TimeSpan period, int setting) => clock.Plan(due, () =>
    {
        if (setting != _setting || clock.IsStopped)
        {
            return;
        }

        if (period != Timeout.InfiniteTimeSpan && period > TimeSpan.Zero)
        {
            Plan(period, period, setting);
        }

        callback();
    });
}
