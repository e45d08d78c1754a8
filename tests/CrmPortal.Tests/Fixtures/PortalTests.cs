using Requirements;

namespace CrmPortal.Tests.Fixtures;

/// <summary>Tests that use the portal, and leave neither people nor faults behind.</summary>
public abstract class PortalTests : IAsyncDisposable
{
    private protected PortalTests(PortalFixture portal)
    {
        MachineRequirements.Chromium.PathOrSkip();
        Portal = portal;
    }

    private protected PortalFixture Portal { get; }

    public async ValueTask DisposeAsync()
    {
        await Portal.ForgetAsync();
        GC.SuppressFinalize(this);
    }
}
