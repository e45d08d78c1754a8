using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using SharedBudgets.Tests.Servers;
using SharedBudgets.Tests.Support;
using SieSmart.Pipeline.PostgreSql;

namespace SharedBudgets.Tests.Fleets;

/// <summary>Real processes that share an access token.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class ColdStartTests(RedisServer redis, PostgreSqlServer postgreSql) : IDisposable
{
    private const int Processes = 4;
    private const int StartsInEach = 250;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-tokens-");
    private readonly string _key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("redis")]
    [InlineData("postgresql")]
    public async Task A_thousand_cold_starts_in_four_processes_make_one_token_request(string engine)
    {
        await using var server = await TokenServer.StartAsync();
        var connection = await ConnectionAsync(engine);
        var workers = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => StartAsync(engine, connection, server, StartsInEach)));
        try
        {
            foreach (var worker in workers)
            {
                worker.Go();
            }

            var results = await Task.WhenAll(workers.Select(worker => worker.StopAsync()));

            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {Processes * StartsInEach} cold starts, {server.TokenRequests} token requests, the slowest process took {results.Max(result => result.Longest).TotalSeconds:0.0} s"));
            Assert.Equal(1, server.TokenRequests);
            Assert.Equal(Processes * StartsInEach, server.Calls);
            Assert.True(results.All(result => result is { Served: StartsInEach, Failed: 0 }), string.Join('\n', workers.Select(worker => worker.Errors)));
        }
        finally
        {
            foreach (var worker in workers)
            {
                worker.Dispose();
            }
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_while_it_fetches_the_token_is_followed_by_another()
    {
        await using var server = await TokenServer.StartAsync();
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        server.BeforeToken = number =>
        {
            asked.TrySetResult();
            return number == 1 ? never.Task : Task.CompletedTask;
        };
        using var killed = await StartAsync("sqlite", _directory.FullName, server, count: 1);
        using var next = await StartAsync("sqlite", _directory.FullName, server, count: 3);
        killed.Go();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        next.Go();
        killed.Kill();

        var result = await next.StopAsync();
        never.SetResult();

        Assert.Equal(3, result.Served);
        Assert.Equal(2, server.TokenRequests);
        Assert.InRange(result.Longest, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(25));
    }

    private async Task<Worker> StartAsync(string engine, string connection, TokenServer server, int count) =>
        await Worker.StartAsync(
            "cold-starts",
            engine,
            connection,
            server.Address.AbsoluteUri,
            server.TokenEndpoint.AbsoluteUri,
            TokenServer.ClientId,
            TokenServer.ClientSecret,
            _key,
            count.ToString(CultureInfo.InvariantCulture));

    private async Task<string> ConnectionAsync(string engine)
    {
        switch (engine)
        {
            case "redis":
                return await redis.AddressAsync();
            case "postgresql":
                await using (var source = NpgsqlDataSource.Create(await postgreSql.ConnectionStringAsync()))
                {
                    await PostgreSqlBudgetSchema.CreateAsync(source, cancellationToken: TestContext.Current.CancellationToken);
                }

                return await postgreSql.ConnectionStringAsync();
            default:
                return _directory.FullName;
        }
    }
}
