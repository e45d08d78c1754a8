using System.Globalization;
using System.Text.RegularExpressions;

namespace FleetDemo.Tests;

/// <summary>What somebody sees who runs the sample.</summary>
public sealed partial class DemonstrationTests
{
    private static readonly string[] Programs = ["Anna's portal", "Ben's portal", "nightly job", "sync", "all"];

    [Fact]
    public async Task Each_for_itself_the_programs_are_refused_and_with_one_budget_none_is()
    {
        using var demonstration = Demonstration.Start("--seconds", "6", "--window", "2", "--limit", "20");

        var (exitCode, output, errors) = await demonstration.EndAsync();

        Assert.True(exitCode == 0, output + errors);
        var phases = Summary().Matches(output).Select(match => (
            Served: int.Parse(match.Groups["served"].Value, CultureInfo.InvariantCulture),
            Refused: int.Parse(match.Groups["refused"].Value, CultureInfo.InvariantCulture))).ToList();
        Assert.True(phases.Count == 2, output);
        Assert.True(phases[0].Refused > 0, output);
        Assert.True(phases[1].Refused == 0, output);
        Assert.All(phases, phase => Assert.True(phase.Served > 0, output));
        Assert.All(Programs, program => Assert.Contains($"| {program}", output, StringComparison.Ordinal));
        Assert.DoesNotContain('\e', output);
        Assert.Empty(demonstration.Leftovers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_processes_end_with_it_whether_it_is_interrupted_or_killed(bool isKilled)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which processes belong together is read from /proc, which only Linux has.");
        using var demonstration = Demonstration.Start("--seconds", "60");
        IReadOnlyList<int> children = [];
        await Demonstration.UntilAsync(() => (children = Demonstration.ChildrenOf(demonstration.Id)).Count == 4);

        if (isKilled)
        {
            demonstration.Kill();
        }
        else
        {
            demonstration.Interrupt();
        }

        var (exitCode, output, _) = await demonstration.EndAsync();
        await Demonstration.UntilAsync(() => !children.Any(Demonstration.IsRunning));
        Assert.NotEqual(0, exitCode);
        if (!isKilled)
        {
            Assert.Contains("Stopped.", output, StringComparison.Ordinal);
            Assert.Empty(demonstration.Leftovers);
        }
    }

    [Fact]
    public async Task A_window_that_is_too_long_is_refused_with_the_bounds()
    {
        using var demonstration = Demonstration.Start("--window", "61");

        var (exitCode, _, errors) = await demonstration.EndAsync();

        Assert.Equal(64, exitCode);
        Assert.Contains("--window needs a whole number from 1 to 60, not '61'.", errors, StringComparison.Ordinal);
    }

    [GeneratedRegex(@": (?<served>\d+) served, (?<refused>\d+) refused with 429, longest wait", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Summary();
}
