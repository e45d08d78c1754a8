using System.Globalization;
using Npgsql;
using SharedBudgets.Tests.Fleets;
using SharedBudgets.Tests.Servers;
using SieSmart.Pipeline.PostgreSql;
using SieSmart.Pipeline.Redis;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sqlite;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.Times;

/// <summary>How long a question or a report to an engine takes: what <c>benchmarks/SharedBudgets.Simulation</c> goes by.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class EngineTimesTests(RedisServer redis, PostgreSqlServer postgreSql) : IDisposable
{
    /// <summary>Where to write them; without it they are but printed, and fewer are measured.</summary>
    private const string FileVariable = "SHARED_BUDGETS_TIMES";

    private const int Permits = 100;

    private static readonly double[] Parts = [0, 0.5, 0.9, 0.99, 0.999, 1];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-budgets-");

    private static string? File => Environment.GetEnvironmentVariable(FileVariable);

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_question_takes_a_fraction_of_what_a_request_does()
    {
        var limit = new SharedBudgetLimit(Guid.NewGuid().ToString("N"), Permits, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        using var sqlite = new SqliteSharedBudget(limit, _directory.FullName);
        await using var connection = await redis.ConnectAsync();
        await using var dataSource = NpgsqlDataSource.Create(await postgreSql.ConnectionStringAsync());
        var inPostgreSql = new PostgreSqlSharedBudget(dataSource, limit, createsSchema: true);
        (string Name, ISharedBudget Engine)[] engines = [("Sqlite", sqlite), ("Redis", new RedisSharedBudget(connection, limit)), ("PostgreSql", inPostgreSql)];

        List<string> lines = ["# Microseconds of a question or a report, of which so many were faster; 100 permits were taken. On loopback, by EngineTimesTests.", $"engine,{string.Join(',', Parts.Select(part => part.ToString(CultureInfo.InvariantCulture)))}"];
        foreach (var (name, engine) in engines)
        {
            var times = await MeasureAsync(engine, File is null ? 200 : 5000);
            lines.Add($"{name},{string.Join(',', Parts.Select(part => times[(int)(part * (times.Count - 1))].ToString(CultureInfo.InvariantCulture)))}");
            Assert.InRange(times[times.Count / 2], 1, 50_000);
        }

        lines.ForEach(line => TestContext.Current.TestOutputHelper?.WriteLine(line));
        if (File is { } file)
        {
            await System.IO.File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n", TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The times in microseconds, the shortest first.</summary>
    private static async Task<List<long>> MeasureAsync(ISharedBudget engine, int rounds)
    {
        // As many are taken as in a busy minute: what an engine has to look through.
        for (var taken = 0; taken < Permits - 1; taken++)
        {
            await (await engine.ReserveAsync(RequestPriority.Interactive, CancellationToken.None)).Permit!.CompleteAsync(wasUsed: true, CancellationToken.None);
        }

        List<long> times = [];
        for (var round = 0; round < rounds; round++)
        {
            var started = TimeProvider.System.GetTimestamp();
            var answer = await engine.ReserveAsync(RequestPriority.Interactive, CancellationToken.None);
            times.Add((long)TimeProvider.System.GetElapsedTime(started).TotalMicroseconds);
            if (answer.Permit is { } permit)
            {
                started = TimeProvider.System.GetTimestamp();
                await permit.CompleteAsync(wasUsed: false, CancellationToken.None);
                times.Add((long)TimeProvider.System.GetElapsedTime(started).TotalMicroseconds);
            }
        }

        times.Sort();
        return times;
    }
}
