using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.Support;

/// <summary>A shared budget that can be away.</summary>
internal sealed class FragileBudget(ISharedBudget engine) : ISharedBudget
{
    public bool IsAway { get; set; }

    public async ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        Answer();
        var answer = await engine.ReserveAsync(priority, cancellationToken);
        return answer.Permit is { } permit
            ? SharedReservation.Granted(new FragilePermit(this, permit), answer.Wait, answer.Use)
            : answer;
    }

    public ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        Answer();
        return engine.PauseAsync(duration, cancellationToken);
    }

    private void Answer()
    {
        if (IsAway)
        {
            throw new IOException("The engine is away.");
        }
    }

    private sealed class FragilePermit(FragileBudget budget, ISharedPermit permit) : ISharedPermit
    {
        public ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken)
        {
            budget.Answer();
            return permit.CompleteAsync(wasUsed, cancellationToken);
        }
    }
}
