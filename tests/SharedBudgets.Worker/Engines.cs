using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StackExchange.Redis;

namespace SharedBudgets.Worker;

/// <summary>The engines by their names.</summary>
internal static class Engines
{
    public static IHttpClientBuilder Use(IHttpClientBuilder client, string engine, string connection) => engine switch
    {
        "sqlite" => client.UseMachineWideBudget(options => options.Directory = connection),
        "redis" => client.UseRedisBudget(ConnectToRedis(connection)),
        "postgresql" => client.UsePostgreSqlBudget(NpgsqlDataSource.Create(connection), options => options.CreateSchema = true),
        _ => throw new ArgumentException($"There is no engine '{engine}'.", nameof(engine)),
    };

    private static ConnectionMultiplexer ConnectToRedis(string address)
    {
        var options = ConfigurationOptions.Parse(address);
        (options.AbortOnConnectFail, options.ConnectTimeout, options.AsyncTimeout) = (false, 1000, 1000);
        (options.BacklogPolicy, options.ReconnectRetryPolicy) = (BacklogPolicy.FailFast, new LinearRetry(200));
        return ConnectionMultiplexer.Connect(options);
    }
}
