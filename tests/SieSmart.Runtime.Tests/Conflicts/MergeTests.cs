using SieSmart.Runtime.Conflicts;

namespace SieSmart.Runtime.Tests.Conflicts;

public sealed class MergeTests
{
    private readonly NoteServer _server = new();
    private readonly UpdateOptions _options = new() { TimeProvider = new JumpingTimeProvider() };
    private readonly List<string> _conflicts = [];

    public MergeTests() => _server.Add("original");

    [Fact]
    public async Task Sees_base_theirs_and_mine_although_the_change_was_made_to_what_was_read()
    {
        _server.BeforeWrite = number => AddIf(number == 1, "theirs");

        var updated = await UpdateAsync();

        Assert.Equal(["original | original theirs | original mine"], _conflicts);
        Assert.Equal(["original", "theirs", "mine"], updated.Value.Entries);
    }

    [Fact]
    public async Task Starts_from_the_last_merge_in_the_next_conflict_although_it_was_made_in_theirs()
    {
        _server.BeforeWrite = number => AddIf(number <= 2, $"theirs{number}");

        var updated = await UpdateAsync();

        Assert.Equal(
            ["original | original theirs1 | original mine", "original theirs1 | original theirs1 theirs2 | original theirs1 mine"],
            _conflicts);
        Assert.Equal(["original", "theirs1", "theirs2", "mine"], updated.Value.Entries);
    }

    [Fact]
    public async Task Gets_a_base_of_the_same_version_as_mine_when_somebody_writes_between_the_two_reads()
    {
        _server.BeforeRead = number => AddIf(number == 2, "early");
        _server.BeforeWrite = number => AddIf(number == 1, "theirs");

        await UpdateAsync();

        Assert.Equal(["original early | original early theirs | original early mine"], _conflicts);
    }

    [Fact]
    public async Task Is_not_asked_without_a_conflict()
    {
        await UpdateAsync();

        Assert.Empty(_conflicts);
        Assert.Equal(["original", "mine"], _server.Entries);
    }

    [Fact]
    public async Task Learns_why_the_last_attempt_failed_and_can_give_up_with_it()
    {
        _server.BeforeWrite = _ => _server.Add("theirs");

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => OptimisticConcurrency.UpdateAsync(
            read: _server.ReadAsync,
            change: note => note.Entries.Add("mine"),
            write: _server.WriteAsync,
            merge: conflict => throw conflict.Failure,
            options: _options,
            cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("trace-1", exception.TraceId);
        Assert.Single(_server.ETagsWritten);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Starts_over_after_another_refusal_that_is_said_to_be_a_conflict(bool isSaid)
    {
        _server.BeforeWrite = number =>
        {
            if (number == 1)
            {
                _server.Add("theirs");
                throw new RequestRejectedException("409: somebody else was first", sentETag: _server.ETagsWritten[0]) { ResponseStatusCode = 409 };
            }
        };
        _options.IsConflict = isSaid ? failure => failure.ResponseStatusCode == 409 : null;

        if (isSaid)
        {
            Assert.Equal(["original", "theirs", "mine"], (await UpdateAsync()).Value.Entries);
        }
        else
        {
            await Assert.ThrowsAsync<RequestRejectedException>(UpdateAsync);
        }
    }

    private Task<Versioned<Note>> UpdateAsync() =>
        OptimisticConcurrency.UpdateAsync(
            read: _server.ReadAsync,
            change: note => note.Entries.Add("mine"),
            write: _server.WriteAsync,
            merge: conflict =>
            {
                _conflicts.Add($"{Text(conflict.Base)} | {Text(conflict.Theirs)} | {Text(conflict.Mine)}");
                conflict.Theirs.Entries.AddRange(conflict.Mine.Entries.Except(conflict.Base.Entries));
                return conflict.Theirs;
            },
            options: _options,
            cancellationToken: TestContext.Current.CancellationToken);

    private static string Text(Note note) => string.Join(' ', note.Entries);

    private void AddIf(bool condition, string entry)
    {
        if (condition)
        {
            _server.Add(entry);
        }
    }
}
