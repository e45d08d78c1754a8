using System.Globalization;
using Reliability.Tests.Matrix;

namespace Reliability.Tests.Soak;

/// <summary>
/// Sixteen workers under all faults at once. <c>SIESMART_SOAK_SECONDS=3600 dotnet test tests/Reliability.Tests --filter Category=Soak
/// --logger "console;verbosity=detailed"</c> runs it longer and shows its figures.
/// </summary>
public sealed class SoakTests
{
    /// <summary>The part of the requests that each kind of fault happens to.</summary>
    private const double FaultRate = 0.05;

    private const string DurationVariable = "SIESMART_SOAK_SECONDS";

    private static readonly TimeSpan ShortestRun = TimeSpan.FromSeconds(60);

    /// <summary>What a busy machine does in the shortest run.</summary>
    private const int FewestCalls = 500;

    [Fact]
    [Trait("Category", "Soak")]
    public async Task Every_proposal_is_right_or_its_doubt_was_reported()
    {
        var duration = int.TryParse(Environment.GetEnvironmentVariable(DurationVariable), CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : ShortestRun;

        var figures = await new SoakRun(duration, FaultRate).RunAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(figures.ToString());
        Assert.Equal([], figures.Wrong);
        Assert.All(FaultCase.All, fault => Assert.True(figures.Faults[fault.Name] > 0, $"'{fault.Name}' did not happen."));
        Assert.InRange(figures.Calls, FewestCalls, int.MaxValue);
        Assert.InRange(figures.Retries, 1, int.MaxValue);
        Assert.InRange(figures.Unknown, 1, int.MaxValue);
    }
}
