using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SieSmart.Pipeline;
using SieSmart.Pipeline.PostgreSql;
using SieSmart.Pipeline.Redis;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Sqlite;
using StackExchange.Redis;

namespace SharedBudgets.Worker;

/// <summary>
/// Many containers of a process that have no token yet, and share one with those of others: they are ready, make one call each at the first line
/// that they are told, and say at the second what came of it.
/// </summary>
internal static class ColdStarts
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var engine, var connection, var address, var tokenEndpoint, var clientId, var clientSecret, var key, var count])
        {
            await Console.Error.WriteLineAsync("cold-starts engine connection address token-endpoint client-id client-secret key count");
            return 2;
        }

        var protector = new AesTokenProtector(Convert.FromHexString(key));
        var createStore = StoresOf(engine, connection);
        var containers = Enumerable.Range(0, int.Parse(count, CultureInfo.InvariantCulture)).Select(_ => Container()).ToList();
        Console.WriteLine("READY");
        if (await Console.In.ReadLineAsync() is null)
        {
            return 1;
        }

        var started = TimeProvider.System.GetTimestamp();
        var failures = await Task.WhenAll(containers.Select(container => Task.Run(() => CallAsync(container))));
        var took = TimeProvider.System.GetElapsedTime(started);
        await Console.In.ReadLineAsync();
        Console.WriteLine(FormattableString.Invariant($"RESULT {containers.Count - failures.Sum()} {failures.Sum()} 0 {(long)took.TotalMilliseconds}"));
        return 0;

        ServiceProvider Container() =>
            new ServiceCollection()
                .AddOpenApiClient<PlainClient>("Worker", options =>
                {
                    options.BaseAddress = new Uri(address);
                    options.Authentication.ClientCredentials = new ClientCredentialsOptions { TokenEndpoint = new Uri(tokenEndpoint), ClientId = clientId, ClientSecret = clientSecret };
                })
                .ShareToken(_ => protector, _ => createStore())
                .Services.BuildServiceProvider();
    }

    /// <summary>One connection to a server for the process, and a store for each container.</summary>
    private static Func<ISharedTokenStore> StoresOf(string engine, string connection)
    {
        switch (engine)
        {
            case "sqlite":
                return () => new SqliteTokenStore(connection);
            case "redis":
                var multiplexer = ConnectionMultiplexer.Connect(connection);
                return () => new RedisTokenStore(multiplexer);
            case "postgresql":
                var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 10, Timeout = 15 }.ConnectionString);
                return () => new PostgreSqlTokenStore(source);
            default:
                throw new ArgumentException($"There is no engine '{engine}'.", nameof(engine));
        }
    }

    private static async Task<int> CallAsync(ServiceProvider container)
    {
        try
        {
            await container.GetRequiredService<PlainClient>().GetRateCardsAsync(CancellationToken.None);
            return 0;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
