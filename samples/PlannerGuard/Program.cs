using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using PlannerGuard;
using PlannerGuard.StandIn;
using SieSmart.Runtime;
using SieSmart.Runtime.Conflicts;

const string TaskId = "01gzSlKkIUSUl6DF_EilrmQAKDhh";

// In your program: https://graph.microsoft.com/v1.0, and an AzureIdentityAuthenticationProvider with your credential.
await using var standIn = await GraphStandIn.StartAsync();
standIn.Add(TaskId, "Order paper");

using var httpClient = new HttpClient(new OperationContextHandler("request-id") { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });
using var kiota = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: httpClient);
var graph = new GraphServiceClient(new OperationRequestAdapter(kiota), standIn.Address);

Console.WriteLine("1  Without an ETag, as for ten years. Take the pragma away, and it doesn't compile:");
try
{
#pragma warning disable SIE1001 // What it looks like is the point here.
    await graph.Planner.Tasks[TaskId].PatchAsync(new PlannerTask { PercentComplete = 50 });
#pragma warning restore SIE1001
}
catch (PreconditionFailedException refusal)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {refusal.ResponseStatusCode}: {refusal.Error?.GetType().Name} \"{PlannerVersions.MessageOf(refusal)}\""));
}

Console.WriteLine("2  With the ETag of the version that was read:");
var (task, version) = await graph.ReadTaskAsync(TaskId);
await graph.Planner.Tasks[TaskId].PatchAsync(new PlannerTask { PercentComplete = 50 }, version);
Console.WriteLine($"   \"{task.Title}\" was {version}, and is half done now");

Console.WriteLine("3  A colleague changes the title after you have read it, and so do you:");
(task, version) = await graph.ReadTaskAsync(TaskId);
standIn.Change(TaskId, "title", "Order paper and toner");
try
{
    await graph.Planner.Tasks[TaskId].PatchAsync(new PlannerTask { Title = $"{task.Title} today" }, version);
}
catch (RequestRejectedException conflict) when (PlannerVersions.IsConflict(conflict))
{
    Console.WriteLine($"   {conflict.ResponseStatusCode.ToString(CultureInfo.InvariantCulture)}: the colleague's title is safe");
}

Console.WriteLine("4  The same by the update helper, while the colleague goes on:");
var reads = 0;
await OptimisticConcurrency.UpdateAsync(
    async cancellationToken =>
    {
        var read = await graph.ReadTaskAsync(TaskId, cancellationToken);
        if (++reads == 1)
        {
            standIn.Change(TaskId, "title", "Order paper, toner and staples");
        }

        return read;
    },
    (current, etag, cancellationToken) => graph.Planner.Tasks[TaskId].PatchAsync(new PlannerTask { Title = $"{current.Title} today" }, etag, cancellationToken: cancellationToken),
    options: new UpdateOptions { IsConflict = PlannerVersions.IsConflict });
var (merged, _) = await graph.ReadTaskAsync(TaskId);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   \"{merged.Title}\", {merged.PercentComplete} % done, after {reads} reads"));
