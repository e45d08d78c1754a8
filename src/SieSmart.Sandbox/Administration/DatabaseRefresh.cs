using SieSmart.Sandbox.Notifications;
using SieSmart.Sandbox.Proposals;

namespace SieSmart.Sandbox.Administration;

/// <summary>What the vendor does to the test environment at times: all data are gone, the configuration stays.</summary>
internal sealed class DatabaseRefresh(ProposalRepository proposals, NotificationRegistry notifications)
{
    public void Run()
    {
        proposals.Clear();
        notifications.Clear();
    }
}
