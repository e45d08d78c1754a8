using SieSmart.Runtime.Conflicts;

namespace SieSmart.Runtime.Tests.Conflicts;

public sealed class OptimisticConcurrencyTests
{
    private readonly NoteServer _server = new();
    private readonly JumpingTimeProvider _clock = new();
    private readonly UpdateOptions _options;

    public OptimisticConcurrencyTests() => _options = new UpdateOptions { TimeProvider = _clock, Randomizer = () => 0.5 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_what_was_changed_with_the_etag_just_read()
    {
        var updated = await UpdateAsync(note => note.Entries.Add("mine"));

        Assert.Equal(["mine"], updated.Value.Entries);
        Assert.Equal(ETag.Parse("\"v2\""), updated.ETag);
        Assert.Equal([ETag.Parse("\"v1\"")], _server.ETagsWritten);
        Assert.Single(_server.ETagsRead);
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task Applies_the_change_again_to_what_somebody_else_wrote_first()
    {
        _server.BeforeWrite = number => AddOnce(number, "theirs");

        var updated = await UpdateAsync(note => note.Entries.Add("mine"));

        Assert.Equal(["theirs", "mine"], updated.Value.Entries);
        Assert.Equal([ETag.Parse("\"v1\""), ETag.Parse("\"v2\"")], _server.ETagsWritten);
    }

    [Fact]
    public async Task Takes_a_change_that_makes_a_new_object()
    {
        _server.BeforeWrite = number => AddOnce(number, "theirs");

        var updated = await OptimisticConcurrency.UpdateAsync(
            _server.ReadAsync,
            change: note => new Note { Entries = [.. note.Entries, "mine"] },
            _server.WriteAsync,
            options: _options,
            cancellationToken: Cancellation);

        Assert.Equal(["theirs", "mine"], updated.Value.Entries);
    }

    [Fact]
    public async Task Takes_a_write_that_says_itself_what_to_change()
    {
        _server.BeforeWrite = number => AddOnce(number, "theirs");

        var updated = await OptimisticConcurrency.UpdateAsync(
            read: _server.ReadAsync,
            write: (note, etag, token) => _server.WriteAsync(new Note { Entries = [.. note.Entries, "mine"] }, etag, token),
            options: _options,
            cancellationToken: Cancellation);

        Assert.Equal(["theirs", "mine"], updated.Value.Entries);
    }

    [Fact]
    public async Task Takes_a_write_that_answers_with_something_else()
    {
        _server.BeforeWrite = number => AddOnce(number, "theirs");

        Versioned updated = await OptimisticConcurrency.UpdateAsync(
            read: _server.ReadAsync,
            write: async (note, etag, token) =>
            {
                note.Entries.Add("mine");
                return new Versioned((await _server.WriteAsync(note, etag, token)).ETag);
            },
            options: _options,
            cancellationToken: Cancellation);

        Assert.Equal(["theirs", "mine"], _server.Entries);
        Assert.Equal(ETag.Parse("\"v3\""), updated.ETag);
    }

    [Fact]
    public async Task Accepts_an_answer_without_an_etag()
    {
        var updated = await OptimisticConcurrency.UpdateAsync(
            _server.ReadAsync,
            change: note => note.Entries.Add("mine"),
            write: async (note, etag, token) => new Versioned<Note>((await _server.WriteAsync(note, etag, token)).Value),
            options: _options,
            cancellationToken: Cancellation);

        Assert.False(updated.HasETag);
        Assert.Equal(["mine"], updated.Value.Entries);
        Assert.Single(_server.ETagsRead);
    }

    [Fact]
    public async Task Gives_up_after_five_attempts_and_says_so()
    {
        _server.BeforeWrite = _ => _server.Add("theirs");

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => UpdateAsync(note => note.Entries.Add("mine")));

        Assert.Equal(5, _server.ETagsWritten.Count);
        Assert.DoesNotContain("mine", _server.Entries);
        Assert.Contains("gave up after 5 attempts", exception.Message, StringComparison.Ordinal);
        Assert.Equal(_server.ETagsWritten[^1], exception.SentETag);
        Assert.Equal("trace-5", exception.TraceId);
        Assert.Equal(412, exception.ResponseStatusCode);
        Assert.IsType<PreconditionFailedException>(exception.InnerException);
    }

    [Fact]
    public async Task Waits_a_random_part_of_a_bound_that_doubles()
    {
        _server.BeforeWrite = _ => _server.Add("theirs");
        _options.Attempts = 6;
        _options.Delay = TimeSpan.FromMilliseconds(200);
        _options.MaxDelay = TimeSpan.FromSeconds(1);

        await Assert.ThrowsAsync<PreconditionFailedException>(() => UpdateAsync(note => note.Entries.Add("mine")));

        Assert.Equal([100, 200, 400, 500, 500], _clock.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task Waits_for_different_times_by_default()
    {
        var options = new UpdateOptions { TimeProvider = _clock, Attempts = 50, Delay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(1) };
        _server.BeforeWrite = _ => _server.Add("theirs");

        await Assert.ThrowsAsync<PreconditionFailedException>(() =>
            OptimisticConcurrency.UpdateAsync(_server.ReadAsync, _server.WriteAsync, options: options, cancellationToken: Cancellation));

        Assert.All(_clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        Assert.True(_clock.Waits.Distinct().Count() > 10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"v7\"")]
    [InlineData("*")]
    public async Task Never_repeats_a_write_that_was_sent_without_the_etag_it_was_given(string sent)
    {
        var failure = new PreconditionFailedException("412", sentETag: sent.Length == 0 ? default : ETag.Parse(sent));

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => UpdateFailingAsync(failure, wasApplied: _ => false));

        Assert.Same(failure, exception);
        Assert.Single(_server.ETagsWritten);
    }

    [Fact]
    public async Task Never_repeats_an_unguarded_write_whose_outcome_is_unknown()
    {
        var failure = new OutcomeUnknownException("lost");

        Assert.Same(failure, await Assert.ThrowsAsync<OutcomeUnknownException>(() => UpdateFailingAsync(failure, wasApplied: _ => false)));
        Assert.Single(_server.ETagsWritten);
    }

    [Fact]
    public async Task Fails_with_the_unknown_outcome_where_nobody_can_tell()
    {
        _server.AfterWrite = _ => throw Lost();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => UpdateAsync(note => note.Entries.Add("mine")));

        Assert.Single(_server.ETagsWritten);
        Assert.Single(_server.ETagsRead);
    }

    [Fact]
    public async Task Takes_a_write_whose_answer_was_lost_for_done_when_it_shows()
    {
        _server.AfterWrite = _ => throw Lost();

        var updated = await UpdateAsync(note => note.Entries.Add("mine"), wasApplied: note => note.Entries.Contains("mine"));

        Assert.Equal(["mine"], updated.Value.Entries);
        Assert.Equal(ETag.Parse("\"v2\""), updated.ETag);
        Assert.Single(_server.ETagsWritten);
    }

    public static TheoryData<SieSmartException> Doubts => new()
    {
        Lost(),
        new ServerErrorException("500", sentETag: First) { ResponseStatusCode = 500 },
        new ServiceUnavailableException("504", sentETag: First) { ResponseStatusCode = 504 },
    };

    [Theory]
    [MemberData(nameof(Doubts), DisableDiscoveryEnumeration = true)]
    public async Task Writes_again_when_a_write_whose_answer_was_lost_does_not_show(SieSmartException failure)
    {
        _server.BeforeWrite = number => ThrowOnce(number, failure);

        var updated = await UpdateAsync(note => note.Entries.Add("mine"), wasApplied: note => note.Entries.Contains("mine"));

        Assert.Equal(["mine"], updated.Value.Entries);
        Assert.Equal(2, _server.ETagsWritten.Count);
    }

    [Fact]
    public async Task Recognises_its_own_write_in_the_conflict_that_it_makes_when_it_lands_late()
    {
        _server.BeforeWrite = number =>
        {
            ThrowOnce(number, Lost());
            AddOnce(number - 1, "mine");
        };

        var updated = await UpdateAsync(note => note.Entries.Add("mine"), wasApplied: note => note.Entries.Contains("mine"));

        Assert.Equal(["mine"], updated.Value.Entries);
        Assert.Equal(2, _server.ETagsWritten.Count);
    }

    [Fact]
    public async Task Looks_up_what_became_of_the_last_attempt()
    {
        _options.Attempts = 1;
        _server.AfterWrite = _ => throw Lost();

        var updated = await UpdateAsync(note => note.Entries.Add("mine"), wasApplied: note => note.Entries.Contains("mine"));

        Assert.Equal(["mine"], updated.Value.Entries);
    }

    [Fact]
    public async Task Never_calls_it_a_conflict_when_one_of_the_writes_may_have_been_applied()
    {
        _server.BeforeWrite = number =>
        {
            ThrowOnce(number, Lost());
            _server.Add("theirs");
        };

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => UpdateAsync(note => note.Entries.Add("mine"), wasApplied: _ => false));

        Assert.Equal(5, _server.ETagsWritten.Count);
        Assert.Contains("its outcome is unknown", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Exception> LaterFailures => new()
    {
        new ServiceUnavailableException("503") { ResponseStatusCode = 503 },
        new AccessDeniedException("403") { ResponseStatusCode = 403 },
        new ResponseUnreadableException("200") { ResponseStatusCode = 200 },
        new MissingETagException("no ETag"),
    };

    [Theory]
    [MemberData(nameof(LaterFailures), DisableDiscoveryEnumeration = true)]
    public async Task Never_lets_a_failed_read_hide_that_a_write_may_have_been_applied(Exception failure)
    {
        _server.AfterWrite = _ => throw Lost();
        _server.BeforeRead = number =>
        {
            if (number > 1)
            {
                throw failure;
            }
        };

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => UpdateAsync(note => note.Entries.Add("mine"), wasApplied: _ => false));

        Assert.Same(failure, exception.InnerException);
        Assert.Contains("is unknown", exception.Message, StringComparison.Ordinal);
        Assert.Equal(First, exception.SentETag);
    }

    [Fact]
    public async Task Never_lets_a_refused_write_hide_that_one_before_it_may_have_been_applied()
    {
        _server.BeforeWrite = number => throw (number == 1 ? Lost() : new AccessDeniedException("403", sentETag: First));

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => UpdateAsync(note => note.Entries.Add("mine"), wasApplied: _ => false));

        Assert.Equal(2, _server.ETagsWritten.Count);
    }

    [Fact]
    public async Task Leaves_it_known_that_a_later_write_was_applied()
    {
        var unreadable = new ResponseUnreadableException("200", sentETag: First) { ResponseStatusCode = 200 };
        _server.BeforeWrite = number => throw (number == 1 ? Lost() : unreadable);

        Assert.Same(unreadable, await Assert.ThrowsAsync<ResponseUnreadableException>(
            () => UpdateAsync(note => note.Entries.Add("mine"), wasApplied: _ => false)));
    }

    public static TheoryData<SieSmartException> KnownFailures => new()
    {
        new ServiceUnavailableException("not sent", sentETag: First),
        new RateLimitExceededException("429", sentETag: First) { ResponseStatusCode = 429 },
        new RequestRejectedException("400", sentETag: First) { ResponseStatusCode = 400 },
        new ResponseUnreadableException("200", sentETag: First) { ResponseStatusCode = 200 },
    };

    [Theory]
    [MemberData(nameof(KnownFailures), DisableDiscoveryEnumeration = true)]
    public async Task Leaves_all_other_failures_as_they_are(SieSmartException failure)
    {
        Assert.Same(failure, await Assert.ThrowsAnyAsync<SieSmartException>(() => UpdateFailingAsync(failure, wasApplied: _ => false)));
        Assert.Single(_server.ETagsWritten);
    }

    [Fact]
    public async Task Writes_nothing_when_the_read_has_no_etag()
    {
        _server.ETagOf = _ => default;

        await Assert.ThrowsAsync<MissingETagException>(() => UpdateAsync(note => note.Entries.Add("mine")));

        Assert.Empty(_server.ETagsWritten);
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_starts()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            OptimisticConcurrency.UpdateAsync(_ => _server.ReadAsync(CancellationToken.None), _server.WriteAsync, options: _options, cancellationToken: cancellation.Token));

        Assert.Empty(_server.ETagsRead);
    }

    [Fact]
    public async Task Can_be_cancelled_while_it_waits()
    {
        using var cancellation = new CancellationTokenSource();
        _server.BeforeWrite = _ => _server.Add("theirs");
        _options.TimeProvider = new Support.FakeTimeProvider();

        var update = OptimisticConcurrency.UpdateAsync(_server.ReadAsync, _server.WriteAsync, options: _options, cancellationToken: cancellation.Token);
        Assert.False(update.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancellation));
        Assert.Single(_server.ETagsWritten);
    }

    public static TheoryData<UpdateOptions, string> WrongOptions => new()
    {
        { new UpdateOptions { Attempts = 0 }, "Attempts is 0" },
        { new UpdateOptions { Delay = TimeSpan.FromTicks(-1) }, "Delay" },
        { new UpdateOptions { MaxDelay = TimeSpan.FromTicks(-1) }, "MaxDelay" },
        { new UpdateOptions { ETagResolution = TimeSpan.FromTicks(-1) }, "ETagResolution" },
        { new UpdateOptions { TimeProvider = null! }, "TimeProvider" },
        { new UpdateOptions { Randomizer = null! }, "Randomizer" },
    };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public async Task Names_the_option_that_is_out_of_its_range(UpdateOptions options, string name)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            OptimisticConcurrency.UpdateAsync(_server.ReadAsync, _server.WriteAsync, options: options, cancellationToken: Cancellation));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Empty(_server.ETagsRead);
    }

    private static readonly ETag First = ETag.Parse("\"v1\"");

    private static OutcomeUnknownException Lost() => new("lost", sentETag: First);

    private static void ThrowOnce(int number, Exception exception)
    {
        if (number == 1)
        {
            throw exception;
        }
    }

    private void AddOnce(int number, string entry)
    {
        if (number == 1)
        {
            _server.Add(entry);
        }
    }

    private Task<Versioned<Note>> UpdateAsync(Action<Note> change, Func<Note, bool>? wasApplied = null) =>
        OptimisticConcurrency.UpdateAsync(
            read: _server.ReadAsync,
            change: change,
            write: _server.WriteAsync,
            wasApplied: wasApplied,
            options: _options,
            cancellationToken: Cancellation);

    private Task<Versioned<Note>> UpdateFailingAsync(SieSmartException failure, Func<Note, bool>? wasApplied = null)
    {
        _server.BeforeWrite = _ => throw failure;
        return UpdateAsync(note => note.Entries.Add("mine"), wasApplied);
    }
}
