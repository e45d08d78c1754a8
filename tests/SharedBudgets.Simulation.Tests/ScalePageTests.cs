using SharedBudgets.Simulation.Measuring;
using SharedBudgets.Simulation.Pages;
using TestSupport;

namespace SharedBudgets.Simulation.Tests;

/// <summary>The page that the simulation writes.</summary>
public sealed class ScalePageTests
{
    private const ulong Seed = 1;

    [Fact]
    public void The_page_and_its_plots_are_what_the_program_makes_of_this_code()
    {
        var files = ScalePage.Make(Results.Run(Seed), Seed);

        Assert.All(files, file => Assert.True(
            RepositoryFiles.Has($"docs/{file.Key}") && RepositoryFiles.Read($"docs/{file.Key}") == file.Value,
            $"docs/{file.Key} is not what the simulation comes to now. Look at what changed: dotnet run -c Release --project benchmarks/SharedBudgets.Simulation, and git diff docs."));
    }

    [Fact]
    public void A_gap_that_nobody_fills_is_named()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => PageTemplate.Fill("used: {{use}}", new Dictionary<string, string>(StringComparer.Ordinal) { ["waits"] = "1 s" }));

        Assert.Contains("'use'", failure.Message, StringComparison.Ordinal);
    }
}
