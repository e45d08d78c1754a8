using System.Globalization;
using SieSmart.Runtime.Conflicts;

namespace SieSmart.Runtime.Tests.Conflicts;

/// <summary>A server whose ETags are the time of the last change to the second: what changes within a second shares one.</summary>
public sealed class ETagResolutionTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly NoteServer _server = new();
    private readonly JumpingTimeProvider _clock = new();
    private readonly UpdateOptions _options;
    private string _format = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private bool _tellsTime;
    private DateTimeOffset _changed;

    public ETagResolutionTests()
    {
        _options = new UpdateOptions { TimeProvider = _clock };
        _server.ETagOf = _ => ETag.Parse(_changed.ToString(_format, CultureInfo.InvariantCulture));
        _server.BeforeRead = _ => SetDate();
        _server.AfterWrite = _ => _changed = _clock.GetUtcNow();
        AddNow("original");
    }

    [Fact]
    public async Task Reads_again_when_the_second_of_a_fresh_etag_is_over()
    {
        await UpdateAsync();

        Assert.Equal([Second], _clock.Waits);
        Assert.Equal(2, _server.ETagsRead.Count);
        Assert.Equal(["original", "mine"], _server.Entries);
    }

    [Fact]
    public async Task Does_not_overwrite_what_came_within_the_second_of_the_etag()
    {
        _server.BeforeRead = number => AddWithinTheSecond(number == 2, "theirs");

        await UpdateAsync();

        Assert.Equal(["original", "theirs", "mine"], _server.Entries);
    }

    [Fact]
    public async Task Would_overwrite_it_if_it_trusted_the_etag_at_once()
    {
        _options.ETagResolution = TimeSpan.Zero;
        _server.BeforeWrite = number => AddWithinTheSecond(number == 1, "theirs");

        await UpdateAsync();

        Assert.Empty(_clock.Waits);
        Assert.Equal(["original", "mine"], _server.Entries);
    }

    [Fact]
    public async Task Waits_again_for_an_etag_that_is_new_after_the_wait()
    {
        _server.BeforeRead = number =>
        {
            if (number == 2)
            {
                AddNow("theirs");
            }
        };

        await UpdateAsync();

        Assert.Equal([Second, Second], _clock.Waits);
        Assert.Equal(["original", "theirs", "mine"], _server.Entries);
    }

    [Fact]
    public async Task Gives_up_when_the_etag_is_new_after_each_wait()
    {
        _server.BeforeRead = _ => AddNow("theirs");

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(UpdateAsync);

        Assert.Equal(6, _server.ETagsRead.Count);
        Assert.Empty(_server.ETagsWritten);
        Assert.Contains("gave up after 5 attempts", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_no_wait_when_the_server_says_that_the_second_is_long_over()
    {
        _tellsTime = true;
        _clock.Advance(TimeSpan.FromSeconds(6));

        await UpdateAsync();

        Assert.Empty(_clock.Waits);
        Assert.Single(_server.ETagsRead);
    }

    [Fact]
    public async Task Waits_where_the_clocks_of_the_server_may_disagree()
    {
        _tellsTime = true;
        _clock.Advance(TimeSpan.FromSeconds(5.9));

        await UpdateAsync();

        Assert.Equal([Second], _clock.Waits);
    }

    [Fact]
    public async Task Counts_the_time_that_the_read_took_as_time_before_the_answer()
    {
        _tellsTime = true;
        _server.BeforeRead = number =>
        {
            _clock.Advance(TimeSpan.FromSeconds(number == 1 ? 60 : 0));
            SetDate();
        };

        await UpdateAsync();

        Assert.Equal([Second], _clock.Waits);
    }

    [Fact]
    public async Task Needs_no_wait_for_an_etag_with_a_fraction_of_a_second()
    {
        _format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        _changed += TimeSpan.FromMilliseconds(1);

        await UpdateAsync();

        Assert.Empty(_clock.Waits);
        Assert.Single(_server.ETagsRead);
    }

    [Fact]
    public async Task Gives_a_merge_a_base_that_was_read_after_the_wait()
    {
        var bases = new List<string>();
        _server.BeforeRead = number => AddWithinTheSecond(number == 2, "early");
        _server.BeforeWrite = number =>
        {
            if (number == 1)
            {
                AddNow("theirs");
            }
        };

        await OptimisticConcurrency.UpdateAsync(
            read: _server.ReadAsync,
            change: note => note.Entries.Add("mine"),
            write: _server.WriteAsync,
            merge: conflict =>
            {
                bases.Add(string.Join(' ', conflict.Base.Entries));
                conflict.Theirs.Entries.Add("mine");
                return conflict.Theirs;
            },
            options: _options,
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["original early"], bases);
        Assert.Equal(["original", "early", "theirs", "mine"], _server.Entries);
    }

    private Task<Versioned<Note>> UpdateAsync() =>
        OptimisticConcurrency.UpdateAsync(
            read: _server.ReadAsync,
            change: note => note.Entries.Add("mine"),
            write: _server.WriteAsync,
            options: _options,
            cancellationToken: TestContext.Current.CancellationToken);

    private void AddNow(string entry)
    {
        _changed = _clock.GetUtcNow();
        _server.Add(entry);
    }

    /// <summary>A version that gets the ETag of the one before.</summary>
    private void AddWithinTheSecond(bool condition, string entry)
    {
        if (condition)
        {
            _server.Add(entry);
        }
    }

    private void SetDate() =>
        _server.Headers = _tellsTime
            ? new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase)
            {
                ["Date"] = [_clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture)],
            }
            : null;
}
