using System.Globalization;
using Requirements;
using SharedBudgets.Tests.Servers;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(RedisServer))]

namespace SharedBudgets.Tests.Servers;

/// <summary>A Redis of the tests' own, started when it is first asked for.</summary>
public sealed class RedisServer : IDisposable
{
    private readonly Lazy<Task<ServerProcess>> _server = new(StartNewAsync);

    /// <summary>Where it listens; skips the test where there is no Redis.</summary>
    public async Task<string> AddressAsync()
    {
        MachineRequirements.Redis.PathOrSkip();
        return AddressOf(await _server.Value);
    }

    /// <summary>A connection that its creator disposes of.</summary>
    public async Task<IConnectionMultiplexer> ConnectAsync() => await ConnectAsync(await AddressAsync());

    public void Dispose()
    {
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
        {
            _server.Value.Result.Dispose();
        }
    }

    internal static string AddressOf(ServerProcess server) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}");

    internal static async Task<IConnectionMultiplexer> ConnectAsync(string address)
    {
        var options = ConfigurationOptions.Parse(address);
        (options.AbortOnConnectFail, options.ConnectTimeout, options.AsyncTimeout) = (false, 1000, 1000);
        options.ReconnectRetryPolicy = new LinearRetry(200);
        (options.BacklogPolicy, options.AllowAdmin) = (BacklogPolicy.FailFast, true);
        return await ConnectionMultiplexer.ConnectAsync(options);
    }

    /// <param name="settings">What it is told beside port and directory.</param>
    internal static async Task<ServerProcess> StartNewAsync(params IReadOnlyList<string> settings)
    {
        var directory = Directory.CreateTempSubdirectory("shared-budgets-redis-");
        var port = ServerProcess.FindFreePort();
        var server = new ServerProcess(
            MachineRequirements.Redis.PathOrSkip(),
            ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", directory.FullName, .. settings.Count > 0 ? settings : ["--save", "", "--appendonly", "no"]],
            directory,
            port);
        await server.StartAsync(() => AnswersAsync(server));
        return server;
    }

    internal static async Task AnswersAsync(ServerProcess server)
    {
        await using var connection = await ConnectAsync(AddressOf(server));
        await connection.GetDatabase().PingAsync();
    }

    private static Task<ServerProcess> StartNewAsync() => StartNewAsync([]);
}
