namespace SieSmart.Pipeline.Throttling;

/// <summary>Permits that others hand out. With one inquiry for both lanes, a permit goes to whoever's turn it is when it comes.</summary>
internal sealed class SharedEngine(IReadOnlyList<PermitInquiry> inquiries, IDisposable? owned, IFallibleBudget? fallible = null) : IPermitEngine
{
    public TimeSpan DefaultPause { get; } = fallible is null ? TimeSpan.FromSeconds(15) : TimeSpan.FromTicks(fallible.Window.Ticks / 4);

    public string Scarcity => string.Empty;

    public Exception? Failure => inquiries.Select(inquiry => inquiry.Failure).FirstOrDefault(failure => failure is not null) ?? fallible?.Failure;

    public (int Used, int Permits)? Usage(TimeSpan now) => null;

    public bool TryTake(RequestPriority priority, bool isDue, TimeSpan now, out ISharedPermit? permit) =>
        InquiryFor(priority).TryTake(now, out permit);

    public void GiveBack(ISharedPermit? permit, bool wasUsed, TimeSpan now)
    {
        if (permit is not null)
        {
            BackgroundWork.Start(() => GiveBackAsync(permit, wasUsed));
        }
    }

    public TimeSpan? NextChance(RequestPriority priority, TimeSpan now) => InquiryFor(priority).NextChance();

    public TimeSpan EarliestGrant(int ahead, RequestPriority priority, TimeSpan now) =>
        InquiryFor(priority) is { Failure: null } inquiry && inquiry.NextChance() is { } chance && chance > now ? chance : now;

    public void TellDemand(bool isInteractiveWaiting, bool isBulkWaiting)
    {
        if (!isInteractiveWaiting && (!isBulkWaiting || inquiries.Count > 1))
        {
            InquiryFor(RequestPriority.Interactive).Abandon();
        }

        if (!isBulkWaiting && inquiries.Count > 1)
        {
            InquiryFor(RequestPriority.Bulk).Abandon();
        }
    }

    public void Learn(TimeSpan grantedAt, TimeSpan resumesAt, TimeSpan now)
    {
        // How many permits there are is said elsewhere.
    }

    public void SharePause(TimeSpan duration) => inquiries[0].SharePause(duration);

    public void Resize(int permits)
    {
        // How many permits there are is said elsewhere.
    }

    public void Dispose()
    {
        foreach (var inquiry in inquiries)
        {
            inquiry.Dispose();
        }

        owned?.Dispose();
    }

    private async Task GiveBackAsync(ISharedPermit permit, bool wasUsed)
    {
        await inquiries[0].CompleteAsync(permit, wasUsed).ConfigureAwait(false);
        if (wasUsed)
        {
            return;
        }

        foreach (var inquiry in inquiries)
        {
            inquiry.AskWithoutSleep();
        }
    }

    private PermitInquiry InquiryFor(RequestPriority priority) =>
        inquiries.Count > 1 && priority == RequestPriority.Bulk ? inquiries[1] : inquiries[0];
}
