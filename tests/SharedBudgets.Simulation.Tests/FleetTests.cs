using SharedBudgets.Simulation.Measuring;
using SharedBudgets.Simulation.Scenarios;

namespace SharedBudgets.Simulation.Tests;

/// <summary>Machines behind one address, with the product's own code and a clock that nobody waits for.</summary>
public sealed class FleetTests
{
    public static TheoryData<string, string, string, int> Shared
    {
        get
        {
            var cases = new TheoryData<string, string, string, int>();
            foreach (var way in new[] { Way.Sqlite, Way.Redis, Way.PostgreSql })
            {
                foreach (var load in Enum.GetValues<Load>())
                {
                    cases.Add(way.ToString(), load.ToString(), nameof(Mishap.None), 2);
                    cases.Add(way.ToString(), load.ToString(), nameof(Mishap.Crashes), 20);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_shared_engine_lets_no_window_have_more_than_the_limit(string way, string load, string mishap, int machines)
    {
        for (var seed = 11UL; seed < 14; seed++)
        {
            var figures = Figures.Of(Fleet.Run(new Scenario(machines, Enum.Parse<Way>(way), Enum.Parse<Load>(load), Enum.Parse<Mishap>(mishap)), seed));

            Assert.InRange(figures.MostInAWindow, 1, Scenario.Permits);
            Assert.Equal(0, figures.Refused);
            Assert.True(figures.Use > 0.9, $"Only {figures.Use:P1} of the limit was used, with the seed {seed}.");
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_happen_and_another_one_something_else()
    {
        var scenario = new Scenario(5, Way.Redis, Load.Mixed, Mishap.HalfCutOff);

        var (one, same, other) = (Fleet.Run(scenario, 7), Fleet.Run(scenario, 7), Fleet.Run(scenario, 8));

        Assert.NotEmpty(one.Arrivals);
        Assert.Equal(one.Arrivals, same.Arrivals);
        Assert.Equal(one.Calls, same.Calls);
        Assert.Equal(one.EngineCalls, same.EngineCalls);
        Assert.NotEqual(one.Arrivals, other.Arrivals);
    }

    /// <remarks>
    /// When it goes, it has promised permits that come free to some of the machines. It begins anew after five windows, and at first knows of
    /// one process.
    /// </remarks>
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public void Machines_stay_below_the_limit_while_a_killed_engine_is_away_and_when_it_comes_back(int machines)
    {
        for (var seed = 3UL; seed < 9; seed++)
        {
            var record = Fleet.Run(new Scenario(machines, Way.Redis, Load.Saturated, Mishap.EngineKilled), seed);
            var phases = AwayPhases.Of(Minute.Of(record));

            Assert.InRange(Figures.Of(record).MostInAWindow, 1, Scenario.Permits);
            Assert.True(phases.Away > 0.9, $"Only {phases.Away:P1} of the limit was used, with the seed {seed}.");
        }
    }

    [Fact]
    public void Machines_that_each_keep_to_the_whole_limit_are_refused()
    {
        var figures = Figures.Of(Fleet.Run(new Scenario(20, Way.Whole, Load.Mixed), 1));

        Assert.True(figures.RefusedPart > 0.5, $"{figures.RefusedPart:P1} of the requests were refused.");
    }
}
