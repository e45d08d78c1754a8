using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PlannerGuard.StandIn;

/// <summary>
/// Planner's tasks as Microsoft's pages describe them, on this machine's loopback: If-Match is demanded and compared; a change that meets
/// another one of the same property is 409; one with a version that nobody knows is 412; what doesn't meet is merged.
/// </summary>
internal sealed class GraphStandIn : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, StoredTask> _tasks = new(StringComparer.Ordinal);

    private GraphStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.MapGet("/v1.0/planner/tasks/{id}", Read);
        _application.MapPatch("/v1.0/planner/tasks/{id}", PatchAsync);
        _application.MapDelete("/v1.0/planner/tasks/{id}", Delete);
    }

    /// <summary>Where it serves, the version of the API included.</summary>
    public string Address => $"{_application.Urls.First()}/v1.0";

    /// <summary>Starts it on a free port.</summary>
    public static async Task<GraphStandIn> StartAsync()
    {
        var standIn = new GraphStandIn();
        await standIn._application.StartAsync();
        return standIn;
    }

    /// <summary>Adds a task.</summary>
    public void Add(string id, string title) => _tasks[id] = new StoredTask(id, title);

    /// <summary>Changes a property as a colleague does who works with Planner itself.</summary>
    public void Change(string id, string property, string value) => _tasks[id].Change(new JsonObject { [property] = value });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private IResult Read(string id) => _tasks.TryGetValue(id, out var task)
        ? Results.Json(task.ToJson())
        : Refusal(StatusCodes.Status404NotFound, "The requested item is not found.");

    private async Task<IResult> PatchAsync(string id, HttpRequest request)
    {
        var change = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject ?? [];
        return Write(id, request, task => task.TryChange(change, request.Headers.IfMatch.ToString()));
    }

    private IResult Delete(string id, HttpRequest request) => Write(id, request, task =>
    {
        var outcome = task.TryChange([], request.Headers.IfMatch.ToString());
        if (outcome == ChangeOutcome.Changed)
        {
            _tasks.TryRemove(id, out _);
        }

        return outcome;
    });

    private IResult Write(string id, HttpRequest request, Func<StoredTask, ChangeOutcome> write)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return Refusal(StatusCodes.Status412PreconditionFailed, "The If-Match header must be specified for this kind of request.");
        }

        if (!_tasks.TryGetValue(id, out var task))
        {
            return Refusal(StatusCodes.Status404NotFound, "The requested item is not found.");
        }

        return write(task) switch
        {
            ChangeOutcome.Changed => Results.NoContent(),
            ChangeOutcome.Conflict => Refusal(StatusCodes.Status409Conflict, "The change conflicts with another one of the same property."),
            _ => Refusal(StatusCodes.Status412PreconditionFailed, "The If-Match header names no version of the item."),
        };
    }

    private static IResult Refusal(int status, string message) =>
        Results.Json(new JsonObject { ["error"] = new JsonObject { ["code"] = "", ["message"] = message } }, statusCode: status);
}
