using SharedBudgets.Tests.Servers;
using SieSmart.Pipeline.Redis;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Throttling;
using StackExchange.Redis;

namespace SharedBudgets.Tests.Redis;

/// <summary>What is Redis's own: keys that are lost, and servers that are started anew.</summary>
public sealed class RedisSharedBudgetTests(RedisServer server)
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(400);

    private readonly SharedBudgetLimit _limit = new($"redis-{Guid.NewGuid():N}", permits: 3, Window, TimeSpan.FromSeconds(5));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_never_there_starts_with_all_permits_free_one_window_later()
    {
        await using var connection = await server.ConnectAsync();
        var budget = new RedisSharedBudget(connection, _limit);

        await StartsColdAsync(budget);
    }

    [Theory]
    [InlineData("book")]
    [InlineData("answered")]
    [InlineData("leases")]
    public async Task A_key_that_was_lost_starts_so_too(string key)
    {
        await using var connection = await server.ConnectAsync();
        var budget = new RedisSharedBudget(connection, _limit);
        await WarmAsync(budget);
        await (await budget.ReserveAsync(RequestPriority.Interactive, Cancelled)).Permit!.CompleteAsync(wasUsed: true, Cancelled);
        await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.True(await connection.GetDatabase().KeyDeleteAsync($"{RedisSharedBudget.DefaultPrefix}:{{{_limit.Name}}}:{key}"));

        await StartsColdAsync(budget);
    }

    [Fact]
    public async Task A_server_that_remembers_an_old_state_starts_so_too()
    {
        await server.AddressAsync();
        using var own = await RedisServer.StartNewAsync("--save", "", "--appendonly", "no");
        await using var connection = await RedisServer.ConnectAsync(RedisServer.AddressOf(own));
        var budget = new RedisSharedBudget(connection, _limit);
        await WarmAsync(budget);
        await connection.GetServers()[0].SaveAsync(SaveType.BackgroundSave);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Cancelled);
        for (var count = 0; count < _limit.Permits; count++)
        {
            Assert.Equal(TimeSpan.Zero, (await budget.ReserveAsync(RequestPriority.Interactive, Cancelled)).Wait);
        }

        own.Kill();
        await own.StartAsync(() => RedisServer.AnswersAsync(own));
        await using var again = await RedisServer.ConnectAsync(RedisServer.AddressOf(own));

        Assert.True(await again.GetDatabase().KeyExistsAsync($"{RedisSharedBudget.DefaultPrefix}:{{{_limit.Name}}}:book"), "The server has not read what it saved.");
        await StartsColdAsync(new RedisSharedBudget(again, _limit));
    }

    [Fact]
    public async Task An_idle_budget_keeps_its_state()
    {
        await using var connection = await server.ConnectAsync();
        var budget = new RedisSharedBudget(connection, _limit);
        await WarmAsync(budget);
        await Task.Delay(3 * Window, TimeProvider.System, Cancelled);

        Assert.Equal(TimeSpan.Zero, (await budget.ReserveAsync(RequestPriority.Interactive, Cancelled)).Wait);
    }

    [Fact]
    public async Task A_newer_version_is_refused()
    {
        await using var connection = await server.ConnectAsync();
        var budget = new RedisSharedBudget(connection, _limit);
        await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
        await connection.GetDatabase().HashSetAsync($"{RedisSharedBudget.DefaultPrefix}:{{{_limit.Name}}}:book", "version", 7);

        var refusal = await Assert.ThrowsAsync<SharedBudgetMismatchException>(async () => await budget.ReserveAsync(RequestPriority.Interactive, Cancelled));

        Assert.Contains("is stored in version 7, and this process knows version 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_keys_of_a_budget_lie_in_one_slot_of_a_cluster()
    {
        await using var connection = await server.ConnectAsync();
        await new RedisSharedBudget(connection, _limit).ReserveAsync(RequestPriority.Interactive, Cancelled);

        var keys = connection.GetServers()[0].Keys(pattern: $"*{_limit.Name}*").ToList();

        Assert.True(keys.Count >= 3, string.Join(", ", keys));
        Assert.All(keys, key => Assert.Contains($"{{{_limit.Name}}}", (string)key!, StringComparison.Ordinal));
    }

    private static async Task WarmAsync(RedisSharedBudget budget)
    {
        while (await budget.ReserveAsync(RequestPriority.Interactive, Cancelled) is { } answer)
        {
            await answer.Permit!.CompleteAsync(wasUsed: false, Cancelled);
            if (answer.Wait == TimeSpan.Zero)
            {
                return;
            }

            await Task.Delay(answer.Wait, TimeProvider.System, Cancelled);
        }
    }

    private async Task StartsColdAsync(RedisSharedBudget budget)
    {
        var asked = TimeProvider.System.GetTimestamp();
        var waits = new List<TimeSpan>();
        for (var count = 0; count < _limit.Permits; count++)
        {
            var answer = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
            Assert.NotNull(answer.Permit);
            waits.Add(answer.Wait);
        }

        Assert.Equal(Window, waits[0]);
        Assert.All(waits, wait => Assert.True(wait >= Window - TimeProvider.System.GetElapsedTime(asked), $"{wait} is too early."));
    }
}
