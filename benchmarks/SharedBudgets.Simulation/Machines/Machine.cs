using SharedBudgets.Simulation.Chance;
using SharedBudgets.Simulation.Time;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Simulation.Machines;

/// <summary>One machine: the program on it, the people in front of it, and the jobs that it has to do.</summary>
internal sealed class Machine
{
    /// <summary>What a job does with a call that failed: it makes the next one, but not at the same moment.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Timeline _timeline;
    private readonly int _number;
    private readonly MachineWork _work;
    private readonly Func<MachineProcess> _newProcess;
    private readonly List<CallRecord> _calls;
    private readonly Dice _dice;
    private MachineProcess _process;

    /// <param name="timeline">What really happens.</param>
    /// <param name="number">Which of all machines it is.</param>
    /// <param name="work">What there is to do.</param>
    /// <param name="newProcess">Starts its program.</param>
    /// <param name="calls">Where calls are noted that are over.</param>
    /// <param name="dice">Says when people come.</param>
    public Machine(Timeline timeline, int number, MachineWork work, Func<MachineProcess> newProcess, List<CallRecord> calls, Dice dice)
    {
        (_timeline, _number, _work, _newProcess, _calls, _dice) = (timeline, number, work, newProcess, calls, dice);
        _process = Start();
        AwaitNextPerson();
    }

    /// <summary>Ends its program without a word, and starts it again later.</summary>
    public void Crash(TimeSpan downtime)
    {
        _process.Clock.Stop();
        _timeline.In(downtime, () => _process = Start());
    }

    private MachineProcess Start()
    {
        var process = _newProcess();
        Repeat(RequestPriority.Interactive, _work.BusyPeople, process);
        Repeat(RequestPriority.Bulk, _work.JobCallers, process);
        return process;
    }

    private void Repeat(RequestPriority lane, int callers, MachineProcess process)
    {
        for (var caller = 0; caller < callers; caller++)
        {
            // Nobody begins at the very same moment as the others.
            _timeline.In(_dice.Next(TimeSpan.Zero, AfterFailure), () => _ = RepeatAsync(lane, process));
        }
    }

    private async Task RepeatAsync(RequestPriority lane, MachineProcess process)
    {
        while (process.IsAlive)
        {
            if (await CallAsync(lane, process).ConfigureAwait(false) != CallOutcome.Served)
            {
                await Task.Delay(AfterFailure, process.Clock).ConfigureAwait(false);
            }
        }
    }

    private void AwaitNextPerson()
    {
        if (_work.BetweenPeople is { } mean)
        {
            _timeline.In(_dice.NextGap(mean), () =>
            {
                if (_process.IsAlive)
                {
                    _ = CallAsync(RequestPriority.Interactive, _process);
                }

                AwaitNextPerson();
            });
        }
    }

    private async Task<CallOutcome> CallAsync(RequestPriority lane, MachineProcess process)
    {
        var called = _timeline.Now;
        var (outcome, sent) = await process.Sender.SendAsync(lane).ConfigureAwait(false);
        _calls.Add(new CallRecord(_number, lane, called, sent, outcome));
        return outcome;
    }
}
