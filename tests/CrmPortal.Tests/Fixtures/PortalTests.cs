namespace CrmPortal.Tests.Fixtures;

/// <summary>Tests that use the portal, and leave neither people nor faults behind.</summary>
public abstract class PortalTests(PortalFixture portal) : IAsyncDisposable
{
    private protected PortalFixture Portal { get; } = portal;

    public async ValueTask DisposeAsync()
    {
        await Portal.ForgetAsync();
        GC.SuppressFinalize(this);
    }
}
