using Npgsql;
using SharedBudgets.Tests.Servers;
using SieSmart.Pipeline.PostgreSql;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.PostgreSql;

/// <summary>What is PostgreSQL's own: tables, rights, and crashes.</summary>
public sealed class PostgreSqlSharedBudgetTests(PostgreSqlServer server)
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(400);

    private readonly string _schema = $"s{Guid.NewGuid():N}";
    private readonly SharedBudgetLimit _limit = new("postgresql", permits: 3, Window, TimeSpan.FromSeconds(5));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_never_there_starts_with_all_permits_free_one_window_later()
    {
        await using var source = await SourceAsync();
        using var budget = new PostgreSqlSharedBudget(source, _limit, _schema, createsSchema: true);

        var answer = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.Equal(Window, answer.Wait);
    }

    [Fact]
    public async Task After_a_crash_it_starts_so_too_and_after_a_stop_it_goes_on()
    {
        await server.ConnectionStringAsync();
        using var own = await PostgreSqlServer.StartNewAsync();
        await using var source = NpgsqlDataSource.Create(PostgreSqlServer.ConnectionStringOf(own) + ";Pooling=false");
        var limit = new SharedBudgetLimit("crash", permits: 3, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));
        using var budget = new PostgreSqlSharedBudget(source, limit, _schema, createsSchema: true);
        var first = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
        await Task.Delay(first.Wait, TimeProvider.System, Cancelled);
        Assert.Equal(TimeSpan.Zero, (await budget.ReserveAsync(RequestPriority.Interactive, Cancelled)).Wait);

        own.Kill();
        await own.StartAsync(() => PostgreSqlServer.AnswersAsync(own));
        var answer = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.Equal(limit.Window, answer.Wait);
    }

    [Fact]
    public async Task Tables_that_are_missing_are_told_with_the_way_to_make_them()
    {
        await using var source = await SourceAsync();
        using var budget = new PostgreSqlSharedBudget(source, _limit, _schema);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await budget.ReserveAsync(RequestPriority.Interactive, Cancelled));

        Assert.Contains($"no tables for shared budgets in the schema '{_schema}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_may_run_again_and_changes_nothing()
    {
        await using var source = await SourceAsync();
        await PostgreSqlBudgetSchema.CreateAsync(source, _schema, Cancelled);
        using var budget = new PostgreSqlSharedBudget(source, _limit, _schema);
        await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgreSqlBudgetSchema.CreateAsync(source, _schema, Cancelled)));

        Assert.Equal(2, (await budget.ReserveAsync(RequestPriority.Interactive, Cancelled)).Use!.Taken);
    }

    [Fact]
    public async Task The_rights_that_the_script_names_suffice()
    {
        await using var source = await SourceAsync();
        await PostgreSqlBudgetSchema.CreateAsync(source, _schema, Cancelled);
        var grants = PostgreSqlBudgetSchema.Script(_schema).Split('\n').Where(line => line.StartsWith("--     GRANT", StringComparison.Ordinal)).Select(line => line[2..].Replace("the_role", $"role_{_schema}", StringComparison.Ordinal));
        await using (var command = source.CreateCommand($"CREATE ROLE role_{_schema} LOGIN; {string.Join(' ', grants)}"))
        {
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        await using var least = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await server.ConnectionStringAsync()) { Username = $"role_{_schema}" });
        using var budget = new PostgreSqlSharedBudget(least, _limit, _schema);
        var answer = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
        await answer.Permit!.CompleteAsync(wasUsed: true, Cancelled);
        await budget.PauseAsync(TimeSpan.FromSeconds(1), Cancelled);
        using var store = new PostgreSqlTokenStore(least, _schema);
        Assert.True((await store.AskAsync("key", after: 0, "one", TimeSpan.FromSeconds(5), Cancelled)).IsLeased);
        var version = await store.StoreAsync("key", "one", new ProtectedToken(new byte[10], TimeSpan.FromHours(1), TimeSpan.Zero), Cancelled);
        await store.DropAsync("key", version!.Value, Cancelled);
        await store.ReleaseAsync("key", "one", Cancelled);

        Assert.Null((await budget.ReserveAsync(RequestPriority.Interactive, Cancelled)).Permit);
    }

    [Fact]
    public async Task A_newer_version_is_refused()
    {
        await using var source = await SourceAsync();
        await PostgreSqlBudgetSchema.CreateAsync(source, _schema, Cancelled);
        await using (var command = source.CreateCommand($"UPDATE {_schema}.version SET version = 7"))
        {
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        using var budget = new PostgreSqlSharedBudget(source, _limit, _schema);
        var refusal = await Assert.ThrowsAsync<SharedBudgetMismatchException>(async () => await budget.ReserveAsync(RequestPriority.Interactive, Cancelled));

        Assert.Contains("is stored in version 7, and this process knows version 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_wait_for_the_disk_holds_a_budget_up_and_other_sessions_are_left_alone()
    {
        await using var source = await SourceAsync();
        await PostgreSqlBudgetSchema.CreateAsync(source, _schema, Cancelled);
        await using var connection = await source.OpenConnectionAsync(Cancelled);
        await using var command = new NpgsqlCommand($"BEGIN; SELECT {_schema}.next(NULL, 'reserve', 1, 1000, 1000, 1, 0, 1); SHOW synchronous_commit", connection);
        await using (var reader = await command.ExecuteReaderAsync(Cancelled))
        {
            await reader.NextResultAsync(Cancelled);
            await reader.ReadAsync(Cancelled);
            Assert.Equal("off", reader.GetString(0));
        }

        await using var after = new NpgsqlCommand("COMMIT; SHOW synchronous_commit", connection);
        Assert.Equal("on", await after.ExecuteScalarAsync(Cancelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("a; DROP TABLE x")]
    [InlineData("1a")]
    public async Task A_schema_whose_name_needs_quotes_is_refused(string schema)
    {
        await using var source = NpgsqlDataSource.Create("Host=127.0.0.1");

        Assert.Throws<ArgumentException>(() => new PostgreSqlSharedBudget(source, _limit, schema));
    }

    private async Task<NpgsqlDataSource> SourceAsync() => NpgsqlDataSource.Create(await server.ConnectionStringAsync());
}
