using Microsoft.Data.Sqlite;
using Requirements;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sqlite;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime.Tests.Support;

namespace SharedBudgets.Tests.Sqlite;

/// <summary>The file of a machine-wide budget.</summary>
public sealed class BudgetFileTests : IDisposable
{
    private static readonly SharedBudgetLimit Limit = new("api.example.com", permits: 3, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("shared-budgets-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Only_its_owner_can_read_or_change_it()
    {
        MachineRequirements.PosixSystem.PathOrSkip();
        var directory = Path.Combine(_directory.FullName, "new");
        using var budget = new SqliteSharedBudget(Limit, directory);
        await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);

        var files = Directory.GetFiles(directory);

        Assert.Contains(budget.Path, files);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(directory));
    }

    [Fact]
    public async Task A_directory_that_others_can_write_to_is_refused()
    {
        MachineRequirements.PosixSystem.PathOrSkip();
        var directory = Path.Combine(_directory.FullName, "open");
        Directory.CreateDirectory(directory);
        SetMode(directory, (UnixFileMode)0b111_111_111);
        using var budget = new SqliteSharedBudget(Limit, directory);

        var refusal = await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await budget.ReserveAsync(RequestPriority.Interactive, Cancelled));

        Assert.Contains(directory, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(directory));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        using var budget = new SqliteSharedBudget(Limit, _directory.FullName);
        await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
        using (var connection = new SqliteConnection($"Data Source={budget.Path};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 7";
            command.ExecuteNonQuery();
        }

        using var other = new SqliteSharedBudget(Limit, _directory.FullName);
        var refusal = await Assert.ThrowsAsync<SharedBudgetMismatchException>(async () => await other.ReserveAsync(RequestPriority.Interactive, Cancelled));

        Assert.Contains("'api.example.com' is stored in version 7, and this process knows version 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_remembered_when_no_process_is_left()
    {
        using (var budget = new SqliteSharedBudget(Limit, _directory.FullName))
        {
            await TakeAsync(budget, 3);
        }

        using var next = new SqliteSharedBudget(Limit, _directory.FullName);

        Assert.Null((await next.ReserveAsync(RequestPriority.Interactive, Cancelled)).Permit);
    }

    [Fact]
    public async Task After_a_start_of_the_machine_all_permits_are_free_one_window_later()
    {
        var clock = new FakeTimeProvider();
        clock.Advance(TimeSpan.FromHours(5));
        using (var before = new SqliteSharedBudget(Limit, _directory.FullName, clock))
        {
            await TakeAsync(before, 3);
        }

        using var after = new SqliteSharedBudget(Limit, _directory.FullName, new FakeTimeProvider());
        var waits = new List<TimeSpan>();
        for (var count = 0; count < 3; count++)
        {
            waits.Add((await after.ReserveAsync(RequestPriority.Interactive, Cancelled)).Wait);
        }

        Assert.Equal([Limit.Window, Limit.Window, Limit.Window], waits);
    }

    [Fact]
    public async Task A_file_that_was_damaged_fails_the_question_and_nothing_else()
    {
        using var budget = new SqliteSharedBudget(Limit, _directory.FullName);
        await File.WriteAllTextAsync(budget.Path, new string('x', 5000), Cancelled);
        await Assert.ThrowsAnyAsync<SqliteException>(async () => await budget.ReserveAsync(RequestPriority.Interactive, Cancelled));

        File.Delete(budget.Path);

        Assert.NotNull((await budget.ReserveAsync(RequestPriority.Interactive, Cancelled)).Permit);
    }

    private static async Task TakeAsync(SqliteSharedBudget budget, int count)
    {
        for (var taken = 0; taken < count; taken++)
        {
            var answer = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
            Assert.Equal(TimeSpan.Zero, answer.Wait);
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
