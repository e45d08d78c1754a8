using Architecture.Tests.Graphs;

namespace Architecture.Tests;

public sealed class FolderTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects];

    public static TheoryData<string> ComposedProjects => [.. Repository.Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_circle_runs_through_the_folders_of_a_project(string project)
    {
        var circles = new FolderGraph(project).Circles().ToList();

        Assert.True(circles.Count == 0, $"Folders of {project} need each other. Move what both need below them, for example:{Environment.NewLine}{string.Join($"{Environment.NewLine}{Environment.NewLine}", circles)}");
    }

    [Theory]
    [MemberData(nameof(ComposedProjects))]
    public void The_folder_that_composes_a_project_is_needed_by_no_other_of_it(string project)
    {
        var references = new FolderGraph(project).ReferencesToRoot.ToList();

        Assert.True(references.Count == 0, $"Parts of {project} need its root, which puts them together:{Environment.NewLine}{string.Join(Environment.NewLine, references)}");
    }

    [Fact]
    public void The_graph_knows_the_folders_and_arrows_of_a_project()
    {
        var graph = new FolderGraph("src/SieSmart.Pipeline");

        Assert.Superset(
            new HashSet<string>(["", "Tracing", "Preconditions", "Security", "Retries", "Throttling", "Authentication", "HealthChecks", "DependencyInjection", "Options", "Events"]),
            graph.Folders.ToHashSet());
    }
}
