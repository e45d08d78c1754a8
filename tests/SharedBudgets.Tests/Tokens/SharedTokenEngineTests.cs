using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SharedBudgets.Tests.Servers;
using SharedBudgets.Tests.Support;
using SharedBudgets.Worker;
using SieSmart.Pipeline;
using SieSmart.Pipeline.PostgreSql;

namespace SharedBudgets.Tests.Tokens;

/// <summary>Clients that share limit and token by one line each, and what then lies in the real engines.</summary>
public sealed class SharedTokenEngineTests(RedisServer redis, PostgreSqlServer postgreSql) : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-tokens-");
    private readonly AesTokenProtector _protector = new(RandomNumberGenerator.GetBytes(32));
    private readonly string _name = $"tokens-{Guid.NewGuid():N}";
    private TokenServer _server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await TokenServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Nothing_in_the_files_of_a_machine_is_a_secret()
    {
        await CallTwiceAsync(client => client.UseMachineWideBudget(options => options.Directory = _directory.FullName));

        Assert.True(File.Exists(Path.Combine(_directory.FullName, "tokens.db")), "The token lies elsewhere.");
        foreach (var file in _directory.GetFiles())
        {
            AssertHoldsNoSecret(await File.ReadAllBytesAsync(file.FullName, Cancelled));
        }
    }

    [Fact]
    public async Task Nothing_in_Redis_is_a_secret()
    {
        await using var connection = await redis.ConnectAsync();
        await CallTwiceAsync(client => client.UseRedisBudget(connection, options => options.Prefix = _name));

        var keys = connection.GetServers()[0].Keys(pattern: $"{_name}:*").ToList();
        var token = Assert.Single(keys, key => ((string)key!).StartsWith($"{_name}:token-1:", StringComparison.Ordinal));
        foreach (var key in keys)
        {
            AssertHoldsNoSecret(Encoding.UTF8.GetBytes((string)key!));
        }

        foreach (var field in await connection.GetDatabase().HashGetAllAsync(token))
        {
            AssertHoldsNoSecret((byte[])field.Value!);
        }

        Assert.InRange((await connection.GetDatabase().KeyTimeToLiveAsync(token))!.Value, TimeSpan.FromMinutes(50), _server.Lifetime);
    }

    [Fact]
    public async Task Nothing_in_PostgreSQL_is_a_secret()
    {
        var schema = $"s{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(await postgreSql.ConnectionStringAsync());
        await CallTwiceAsync(client => client.UsePostgreSqlBudget(source, options => (options.Schema, options.CreateSchema) = (schema, true)));

        var rows = 0;
        await using var command = source.CreateCommand($"SELECT key, content, holder FROM {schema}.token");
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        while (await reader.ReadAsync(Cancelled))
        {
            rows++;
            AssertHoldsNoSecret(Encoding.UTF8.GetBytes(reader.GetString(0) + reader.GetString(2)));
            AssertHoldsNoSecret(reader.GetFieldValue<byte[]>(1));
        }

        Assert.Equal(1, rows);
    }

    [Fact]
    public async Task Tables_of_budgets_alone_still_serve_budgets_and_are_brought_to_the_newest_version_by_the_script()
    {
        var schema = $"s{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(await postgreSql.ConnectionStringAsync());
        await PostgreSqlBudgetSchema.CreateAsync(source, schema, Cancelled);
        await ExecuteAsync(source, $"DROP TABLE {schema}.token; DROP FUNCTION {schema}.ask_token; DROP FUNCTION {schema}.store_token; DROP FUNCTION {schema}.release_token; DROP FUNCTION {schema}.drop_token; UPDATE {schema}.version SET version = 1");
        using (var store = new PostgreSqlTokenStore(source, schema))
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.AskAsync(new string('a', 64), 0, "one", TimeSpan.FromSeconds(1), Cancelled));
            Assert.Contains("older version, without one for tokens. Run the SQL of PostgreSqlBudgetSchema.Script again", failure.Message, StringComparison.Ordinal);
        }

        await CallAsync(client => client.UsePostgreSqlBudget(source, options => options.Schema = schema));
        await PostgreSqlBudgetSchema.CreateAsync(source, schema, Cancelled);
        await CallAsync(client => client.UsePostgreSqlBudget(source, options => options.Schema = schema));
        await CallAsync(client => client.UsePostgreSqlBudget(source, options => options.Schema = schema));

        Assert.Equal(2, _server.TokenRequests);
    }

    [Fact]
    public async Task A_script_that_is_older_than_the_tables_changes_nothing()
    {
        var schema = $"s{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(await postgreSql.ConnectionStringAsync());
        await PostgreSqlBudgetSchema.CreateAsync(source, schema, Cancelled);
        await ExecuteAsync(source, $"UPDATE {schema}.version SET version = 7");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => PostgreSqlBudgetSchema.CreateAsync(source, schema, Cancelled));

        Assert.Contains("has version 7, and this script is of version 2", refusal.MessageText, StringComparison.Ordinal);
        using var store = new PostgreSqlTokenStore(source, schema, createsSchema: true);
        var mismatch = await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.AskAsync(new string('a', 64), 0, "one", TimeSpan.FromSeconds(1), Cancelled));
        Assert.Contains("are stored in version 7, and this process knows version 2", mismatch.Message, StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private async Task CallTwiceAsync(Func<IHttpClientBuilder, IHttpClientBuilder> useBudget)
    {
        await CallAsync(useBudget);
        await CallAsync(useBudget);
        Assert.Equal(1, _server.TokenRequests);
        Assert.Equal(2, _server.Calls);
    }

    /// <summary>Starts a program, as it were, makes a call, and ends it.</summary>
    private async Task CallAsync(Func<IHttpClientBuilder, IHttpClientBuilder> useBudget)
    {
        var client = new ServiceCollection().AddOpenApiClient<PlainClient>("Orders", options =>
        {
            options.BaseAddress = _server.Address;
            options.RateLimit = new RateLimitOptions { Permits = 100, Window = TimeSpan.FromMilliseconds(200) };
            options.Authentication.ClientCredentials = new ClientCredentialsOptions { TokenEndpoint = _server.TokenEndpoint, ClientId = TokenServer.ClientId, ClientSecret = TokenServer.ClientSecret };
        });
        await using var services = useBudget(client).ShareToken(_protector).Services.BuildServiceProvider();
        await services.GetRequiredService<PlainClient>().GetRateCardsAsync(Cancelled);
    }

    private void AssertHoldsNoSecret(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        foreach (var secret in _server.Issued.Append(TokenServer.ClientId).Append(TokenServer.ClientSecret))
        {
            Assert.False(text.Contains(secret, StringComparison.Ordinal), string.Create(CultureInfo.InvariantCulture, $"A secret of {secret.Length} characters lies in the clear."));
        }
    }
}
