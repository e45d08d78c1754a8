using SpecDiff.Documents;

namespace SpecDiff.Projects;

/// <summary>An OpenApiClient item of a project.</summary>
/// <param name="Document">The full path of its document.</param>
/// <param name="ClientName">The client's class.</param>
/// <param name="Settings">What it says.</param>
internal sealed record ProjectItem(string Document, string ClientName, ClientSettings Settings);
