using SieSmart.Sandbox.Description;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Notifications;
using SieSmart.Sandbox.Proposals;
using SieSmart.Sandbox.RateLimiting;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.Overview;

/// <summary>All that the page shows.</summary>
internal sealed class OverviewState(
    SandboxOptions options,
    ApiDescription description,
    RequestLog requests,
    RequestWindows windows,
    ProposalRepository proposals,
    NotificationRegistry notifications,
    FaultPlan faults)
{
    private const int MostRequests = 100;

    public SandboxOptions Options => options;

    public string DescriptionVersion => description.Version;

    /// <summary>The newest requests, the last one first.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. requests.Snapshot().TakeLast(MostRequests).Reverse()];

    public IReadOnlyList<WindowUse> Windows => windows.Used();

    public IReadOnlyList<(StoredProposal Proposal, string ETag)> Proposals => proposals.List();

    public IReadOnlyList<NotificationEndpoint> Endpoints => notifications.Endpoints;

    public int PlannedFaults => faults.Count;
}
