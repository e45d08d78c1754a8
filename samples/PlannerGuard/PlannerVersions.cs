using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using SieSmart.Runtime;

namespace PlannerGuard;

/// <summary>What Planner has of its own: where versions stand, and how it says that two changes meet.</summary>
internal static class PlannerVersions
{
    private const string Property = "@odata.etag";

    /// <summary>The version of a task, plan or bucket, also of one in a list: it came with the object.</summary>
    /// <returns>The version; <c>default</c>, which every guarded call refuses, for an object that did not come from Planner.</returns>
    public static ETag ETagOf(Entity entity) =>
        entity.AdditionalData.TryGetValue(Property, out var value) && value is string text && ETag.TryParse(text, out var etag) ? etag : default;

    /// <summary>Reads a task with its version.</summary>
    public static async Task<Versioned<PlannerTask>> ReadTaskAsync(this GraphServiceClient graph, string id, CancellationToken cancellationToken = default)
    {
        var task = await graph.Planner.Tasks[id].GetAsync(cancellationToken: cancellationToken)
            ?? throw new InvalidOperationException($"Planner sent no task '{id}'. Look it up in its plan.");
        return new Versioned<PlannerTask>(task, ETagOf(task));
    }

    /// <summary>Whether Planner refused a change because it meets another one: 409, beside 412 for versions that it doesn't know any more.</summary>
    public static bool IsConflict(SieSmartException failure) => failure.ResponseStatusCode == (int)HttpStatusCode.Conflict;

    /// <summary>What Planner says of a failure.</summary>
    public static string? MessageOf(SieSmartException failure) => (failure.Error as ODataError)?.Error?.Message;
}
