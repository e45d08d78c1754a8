using SpecDiff.Documents;

namespace SpecDiff.Projects;

/// <summary>The OpenApiClient items of a project, as MSBuild sees them.</summary>
/// <param name="project">The project's path.</param>
/// <param name="items">Its items.</param>
internal sealed class ProjectItems(string project, IReadOnlyList<ProjectItem> items)
{
    /// <summary>The item that is meant.</summary>
    /// <param name="document">The path of its document; null if nobody named one.</param>
    /// <param name="clientName">The client's class; null if nobody named it.</param>
    /// <exception cref="NotComparableException">It can't be told which one that is.</exception>
    public ProjectItem Find(string? document, string? clientName)
    {
        var path = document is null ? null : Path.GetFullPath(document);
        var found = items.Where(item => item.Document == path).ToList() is { Count: > 0 } ofDocument ? ofDocument : [.. items];
        if (found.Count > 1 && clientName is not null)
        {
            found = found.FindAll(item => item.ClientName == clientName);
        }

        return found.Count switch
        {
            1 => found[0],
            0 when items.Count == 0 => throw new NotComparableException($"'{project}' has no OpenApiClient item. Name the project that generates the client, or leave --project out and say the options."),
            _ => throw new NotComparableException($"'{project}' has several OpenApiClient items. Say which one is meant by --client-name: {string.Join(", ", items.Select(item => item.ClientName).Order(StringComparer.Ordinal))}."),
        };
    }
}
