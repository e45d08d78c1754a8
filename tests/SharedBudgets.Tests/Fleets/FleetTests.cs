using System.Globalization;
using SharedBudgets.Tests.Servers;

namespace SharedBudgets.Tests.Fleets;

/// <summary>Real processes that share a budget, and what happens to it when something ends that it needs.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class FleetTests(RedisServer redis, PostgreSqlServer postgreSql) : IDisposable
{
    /// <summary>For how many seconds the saturation is measured; 30 for the figures in the documentation.</summary>
    private const string SecondsVariable = "SHARED_BUDGETS_SECONDS";

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Where PostgreSQL starts anew: it refuses connections while it recovers, and a window that is no longer than that, and than the 2 s that
    /// processes wait before they take silence for an outage, would be over before they have agreed that it is back.
    /// </summary>
    private static readonly TimeSpan RecoveryWindow = TimeSpan.FromSeconds(4);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-budgets-");

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task Four_processes_use_the_whole_limit_and_nobody_is_refused(string engine)
    {
        var seconds = Environment.GetEnvironmentVariable(SecondsVariable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 15;
        var window = TimeSpan.FromSeconds(6);
        await using var fleet = await Fleet.StartAsync(engine, await ConnectionAsync(engine), window);
        await Fleet.RunAsync(window);

        var share = await MeasureAsync(fleet, TimeSpan.FromSeconds(Math.Max(seconds, 2.4 * window.TotalSeconds)), atLeast: 0.99);
        var results = await fleet.StopAsync($"{engine}, {Fleet.Permits} in {window.TotalSeconds} s for {seconds} s", share);

        AssertNotRefused(fleet);
        Assert.True(share >= 0.99, $"Only {share:P2} of the limit was used.");
        Assert.All(results, result => Assert.True(result.Served > 0, "A process got nothing."));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task A_process_that_is_killed_takes_no_more_with_it_than_it_held(string engine)
    {
        await using var fleet = await Fleet.StartAsync(engine, await ConnectionAsync(engine), Window);
        await Fleet.RunAsync(1.5 * Window);
        fleet.KillOne();

        await AssertRecoversAsync(fleet, $"{engine}, one process killed", Window, mostRefused: 0);
    }

    [Fact]
    public async Task A_Redis_that_is_killed_and_started_again_stops_nobody()
    {
        await redis.AddressAsync();
        using var server = await RedisServer.StartNewAsync("--save", "", "--appendonly", "no");
        await using var fleet = await Fleet.StartAsync("redis", RedisServer.AddressOf(server), Window);
        await Fleet.RunAsync(1.5 * Window);
        server.Kill();
        await AssertGoesOnAsync(fleet, TimeSpan.FromSeconds(5));
        await server.StartAsync(() => RedisServer.AnswersAsync(server));

        await AssertRecoversAsync(fleet, "redis, killed for 5 s", Window, mostRefused: Fleet.Permits / 20);
    }

    [Fact]
    public async Task A_PostgreSQL_that_is_killed_and_started_again_stops_nobody()
    {
        await postgreSql.ConnectionStringAsync();
        using var server = await PostgreSqlServer.StartNewAsync();
        await using var fleet = await Fleet.StartAsync("postgresql", PostgreSqlServer.ConnectionStringOf(server), RecoveryWindow);
        await Fleet.RunAsync(1.5 * RecoveryWindow);
        server.Kill();
        await AssertGoesOnAsync(fleet, TimeSpan.FromSeconds(5));
        await server.StartAsync(() => PostgreSqlServer.AnswersAsync(server));

        await AssertRecoversAsync(fleet, "postgresql, killed for 5 s", RecoveryWindow, mostRefused: Fleet.Permits / 20);
    }

    [Fact]
    public async Task A_network_that_is_cut_on_the_way_to_Redis_stops_nobody()
    {
        await redis.AddressAsync();
        using var server = await RedisServer.StartNewAsync("--save", "", "--appendonly", "no");
        await using var proxy = new TcpProxy(server.Port);
        await using var fleet = await Fleet.StartAsync("redis", proxy.Address, Window);

        await CutAsync(fleet, proxy, "redis, network cut for 5 s");
    }

    [Fact]
    public async Task A_network_that_is_cut_on_the_way_to_PostgreSQL_stops_nobody()
    {
        await postgreSql.ConnectionStringAsync();
        using var server = await PostgreSqlServer.StartNewAsync();
        await using var proxy = new TcpProxy(server.Port);
        var connection = PostgreSqlServer.ConnectionStringOf(server).Replace($"Port={server.Port}", $"Port={proxy.Port}", StringComparison.Ordinal);
        await using var fleet = await Fleet.StartAsync("postgresql", connection, Window);

        await CutAsync(fleet, proxy, "postgresql, network cut for 5 s");
    }

    private static async Task CutAsync(Fleet fleet, TcpProxy proxy, string title)
    {
        await Fleet.RunAsync(1.5 * Window);
        proxy.Cut();
        await AssertGoesOnAsync(fleet, TimeSpan.FromSeconds(5));
        proxy.Mend();

        await AssertRecoversAsync(fleet, title, Window, mostRefused: Fleet.Permits / 20);
    }

    /// <summary>The first window is lost where nobody knows what the others have sent; after it each process has its share.</summary>
    private static async Task AssertGoesOnAsync(Fleet fleet, TimeSpan time)
    {
        var lost = Now;
        await Fleet.RunAsync(time);
        Assert.True(fleet.CountSince(lost) > Fleet.Permits / 2, $"Only {fleet.CountSince(lost)} requests were sent in {time.TotalSeconds} s without the engine.");
    }

    /// <summary>None at all, unless the machine was so busy that a process waited for the engine's answer for 2 s in vain.</summary>
    private static void AssertNotRefused(Fleet fleet) =>
        Assert.True(fleet.Refused == 0 || fleet.Losses > 0, $"The server refused {fleet.Refused} requests, though all processes could ask the engine.");

    /// <summary>Measures, and once more if it is too little: a busy machine may have let the processes wait.</summary>
    private static async Task<double> MeasureAsync(Fleet fleet, TimeSpan time, double atLeast)
    {
        var share = 0.0;
        for (var round = 0; round < 2 && share < atLeast; round++)
        {
            var from = Now;
            await Fleet.RunAsync(time);
            share = fleet.ShareSince(from);
        }

        return share;
    }

    private static async Task AssertRecoversAsync(Fleet fleet, string title, TimeSpan window, int mostRefused)
    {
        await Fleet.RunAsync(2 * window);
        var share = await MeasureAsync(fleet, 3.2 * window, atLeast: 0.95);
        var results = await fleet.StopAsync(title, share);

        if (mostRefused == 0)
        {
            AssertNotRefused(fleet);
        }

        Assert.InRange(fleet.Refused, 0, Fleet.Permits / 20);
        Assert.True(share > 0.95, $"Only {share:P2} of the limit is used again.");
        Assert.All(results, result => Assert.True(result.Longest < 8 * Window, $"A caller was stuck for {result.Longest}."));
    }

    private async Task<string> ConnectionAsync(string engine) => engine switch
    {
        "redis" => await redis.AddressAsync(),
        "postgresql" => await postgreSql.ConnectionStringAsync(),
        _ => Path.Combine(_directory.FullName, "budgets"),
    };
}
