using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SieSmart.Sandbox;

namespace WebhookReceiver.Receiving;

/// <summary>Says where this server is, and how to send it a notification by hand.</summary>
internal static class Announcement
{
    /// <param name="application">The server, which has started.</param>
    /// <param name="sandbox">What stands in for the API; null if nothing does.</param>
    /// <param name="apiKey">The key if it is made up for this run; null for one that must not be shown.</param>
    /// <param name="output">Where to say it.</param>
    public static void Write(WebApplication application, SandboxServer? sandbox, string? apiKey, TextWriter output)
    {
        var server = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var address = $"{server}{NotificationEndpoint.PathIn(application)}";
        output.WriteLine($"Notifications come to  {address}");
        if (sandbox is not null)
        {
            output.WriteLine($"The sandbox's page is  {sandbox.OverviewAddress}  (it shows each request, and has a button for a test webhook)");
        }

        output.WriteLine("Another notification, by hand:");
        output.WriteLine($"  curl -i {address} -H \"{ApiKeyCheck.Header}: {apiKey ?? "$Webhook__ApiKey"}\" -d '{{\"proposalId\": 100001}}'");
        output.WriteLine("Ctrl+C ends it.");
    }
}
