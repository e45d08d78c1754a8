using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Decisions;

/// <summary>Makes pending decisions when their time has come, so that webhooks go out unasked.</summary>
internal sealed class DecisionClock : IAsyncDisposable
{
    // A timer may fire a moment before its time by the clock that decides.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(5);

    private readonly ProposalRepository _proposals;
    private readonly TimeProvider _timeProvider;
    private readonly ITimer _timer;

    public DecisionClock(ProposalRepository proposals, SandboxOptions options)
    {
        _proposals = proposals;
        _timeProvider = options.TimeProvider;
        _timer = _timeProvider.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        proposals.Observe((_, after) =>
        {
            if (after.Decision is { IsPending: true })
            {
                Arm();
            }
        });
    }

    /// <summary>Begins with what is pending already, from before a restart.</summary>
    public void Start() => Arm();

    // Waits for a ring that is under way.
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Ring()
    {
        _proposals.MakeDueDecisions();
        Arm();
    }

    private void Arm()
    {
        if (_proposals.NextDecision() is { } due)
        {
            var wait = due - _timeProvider.GetUtcNow() + Slack;
            _timer.Change(wait > Slack ? wait : Slack, Timeout.InfiniteTimeSpan);
        }
    }
}
