using Microsoft.Data.Sqlite;
using Requirements;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Sqlite;
using SieSmart.Runtime.Tests.Support;

namespace SharedBudgets.Tests.Sqlite;

/// <summary>The file of tokens that a machine's programs share.</summary>
public sealed class TokenFileTests : IDisposable
{
    private static readonly string Key = new('a', 64);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-tokens-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Only_its_owner_can_read_or_change_it()
    {
        MachineRequirements.PosixSystem.PathOrSkip();
        using var store = new SqliteTokenStore(_directory.FullName);
        await StoreAsync(store, TimeSpan.FromHours(1));

        Assert.All(_directory.GetFiles(), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.None : file.UnixFileMode));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        using var store = new SqliteTokenStore(_directory.FullName);
        await StoreAsync(store, TimeSpan.FromHours(1));
        Execute(store.Path, "PRAGMA user_version = 7");

        using var other = new SqliteTokenStore(_directory.FullName);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () => await AskAsync(other));

        Assert.Contains("stored in version 7, and this process knows version 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_start_of_the_machine_nothing_of_it_counts()
    {
        var before = new FakeTimeProvider();
        before.Advance(TimeSpan.FromHours(5));
        using (var store = new SqliteTokenStore(_directory.FullName, before))
        {
            await StoreAsync(store, TimeSpan.FromHours(10));
            await store.AskAsync(new string('b', 64), after: 0, "one", TimeSpan.FromHours(1), Cancelled);
        }

        using var after = new SqliteTokenStore(_directory.FullName, new FakeTimeProvider());

        Assert.True((await AskAsync(after)).IsLeased);
        Assert.True((await after.AskAsync(new string('b', 64), after: 0, "other", Lease, Cancelled)).IsLeased);
    }

    [Fact]
    public async Task Tokens_that_have_ended_are_not_kept()
    {
        var clock = new FakeTimeProvider();
        using var store = new SqliteTokenStore(_directory.FullName, clock);
        await StoreAsync(store, TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromMinutes(2));

        await store.AskAsync(new string('b', 64), after: 0, "other", Lease, Cancelled);

        Assert.Equal(0L, Execute(store.Path, $"SELECT count(*) FROM token WHERE key = '{Key}'"));
    }

    [Fact]
    public async Task A_file_that_was_damaged_fails_the_question_and_nothing_else()
    {
        using var store = new SqliteTokenStore(_directory.FullName);
        await File.WriteAllTextAsync(store.Path, new string('x', 5000), Cancelled);
        await Assert.ThrowsAnyAsync<SqliteException>(async () => await AskAsync(store));

        File.Delete(store.Path);

        Assert.True((await AskAsync(store)).IsLeased);
    }

    private static async Task<SharedTokenAnswer> AskAsync(SqliteTokenStore store) => await store.AskAsync(Key, after: 0, "other", Lease, Cancelled);

    private static async Task StoreAsync(SqliteTokenStore store, TimeSpan lifetime)
    {
        await store.AskAsync(Key, after: 0, "one", Lease, Cancelled);
        Assert.NotNull(await store.StoreAsync(Key, "one", new ProtectedToken(new byte[100], lifetime, TimeSpan.Zero), Cancelled));
    }

    private static object? Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
