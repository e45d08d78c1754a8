using System.Globalization;

namespace SieSmart.Runtime.Conflicts;

/// <summary>One update, from its first read to the write that succeeded. Used once.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
/// <typeparam name="TAnswer">What the write answers.</typeparam>
internal sealed class Update<T, TAnswer>
    where T : notnull
    where TAnswer : Versioned
{
    private readonly Func<CancellationToken, Task<Versioned<T>>> _read;
    private readonly Func<T, T> _change;
    private readonly Func<T, ETag, CancellationToken, Task<TAnswer>> _write;
    private readonly Func<Versioned<T>, TAnswer> _answer;
    private readonly Func<UpdateConflict<T>, T>? _merge;
    private readonly Func<T, bool>? _wasApplied;
    private readonly UpdateOptions _options;
    private readonly BackOff _backOff;
    private int _attempts;
    private SieSmartException? _failure;
    private bool _isInDoubt;

    public Update(
        Func<CancellationToken, Task<Versioned<T>>> read,
        Func<T, T> change,
        Func<T, ETag, CancellationToken, Task<TAnswer>> write,
        Func<Versioned<T>, TAnswer> answer,
        Func<UpdateConflict<T>, T>? merge,
        Func<T, bool>? wasApplied,
        UpdateOptions options)
    {
        _read = read;
        _change = change;
        _write = write;
        _answer = answer;
        _merge = merge;
        _wasApplied = wasApplied;
        _options = options;
        _backOff = new BackOff(options);
    }

    public async Task<TAnswer> RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await RepeatAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (_isInDoubt && failure is (SieSmartException or MissingETagException) and not OutcomeUnknownException)
        {
            // What failed now may well have changed nothing; the write before it is in doubt all the same.
            throw LeftInDoubt(failure);
        }
    }

    private async Task<TAnswer> RepeatAsync(CancellationToken cancellationToken)
    {
        T? basis = default;
        T? mine = default;
        while (true)
        {
            var sighting = await SettleAsync(cancellationToken).ConfigureAwait(false);
            if (IsDone(sighting.Version))
            {
                return _answer(sighting.Version);
            }

            var twin = _merge is null ? sighting : await LookAsync(cancellationToken).ConfigureAwait(false);
            if (twin.ETag != sighting.ETag)
            {
                SpendAttempt();
                continue;
            }

            mine = _merge is null || _failure is null
                ? _change(twin.Version.Value)
                : _merge(new UpdateConflict<T>(basis!, twin.Version.Value, mine!, _failure));
            basis = sighting.Version.Value;
            try
            {
                return await _write(mine, twin.ETag, cancellationToken).ConfigureAwait(false);
            }
            catch (ResponseUnreadableException failure) when (failure.SentETag == twin.ETag)
            {
                // This write was applied, so the update was.
                _isInDoubt = false;
                throw;
            }
            catch (SieSmartException failure) when (failure.SentETag == twin.ETag && CanStartOver(failure))
            {
                _failure = failure;
                _isInDoubt |= MayHaveBeenApplied(failure);
            }

            if (_isInDoubt && _attempts + 1 == _options.Attempts)
            {
                return await LookAfterLastAttemptAsync(cancellationToken).ConfigureAwait(false);
            }

            SpendAttempt();
            await _backOff.WaitAsync(_attempts, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A version whose ETag no later version can have.</summary>
    private async Task<Sighting<T>> SettleAsync(CancellationToken cancellationToken)
    {
        var sighting = await LookAsync(cancellationToken).ConfigureAwait(false);
        while (!sighting.IsSettled(_options.ETagResolution))
        {
            await _backOff.WaitUntilAsync(_options.ETagResolution, since: sighting.Received, cancellationToken).ConfigureAwait(false);
            var next = await LookAsync(cancellationToken).ConfigureAwait(false);
            if (next.ETag == sighting.ETag)
            {
                return next;
            }

            // A newer version: with somebody else writing all the time this must end, too.
            SpendAttempt();
            sighting = next;
        }

        return sighting;
    }

    private async Task<Sighting<T>> LookAsync(CancellationToken cancellationToken)
    {
        var sent = _options.TimeProvider.GetTimestamp();
        var version = await _read(cancellationToken).ConfigureAwait(false);
        return new Sighting<T>(version, sent, _options.TimeProvider);
    }

    /// <summary>
    /// Once an answer was lost, every later failure may be due to the write behind it: even a 412 may mean that the update's
    /// own change is there.
    /// </summary>
    private bool IsDone(Versioned<T> current) => _isInDoubt && _wasApplied!(current.Value);

    private bool CanStartOver(SieSmartException failure) =>
        failure is PreconditionFailedException
        || (MayHaveBeenApplied(failure) ? _wasApplied is not null : _options.IsConflict?.Invoke(failure) == true);

    // Status 0 is a request that never left.
    private static bool MayHaveBeenApplied(SieSmartException failure) =>
        failure is OutcomeUnknownException or ServerErrorException or ServiceUnavailableException { ResponseStatusCode: > 0 };

    private async Task<TAnswer> LookAfterLastAttemptAsync(CancellationToken cancellationToken)
    {
        await _backOff.WaitAsync(_attempts + 1, cancellationToken).ConfigureAwait(false);
        var current = await _read(cancellationToken).ConfigureAwait(false);
        return IsDone(current) ? _answer(current) : throw GaveUp();
    }

    private void SpendAttempt()
    {
        _attempts++;
        if (_attempts >= _options.Attempts)
        {
            throw GaveUp();
        }
    }

    private OutcomeUnknownException LeftInDoubt(Exception failure) =>
        new(
            $"The outcome of {_failure?.Operation?.ToString() ?? "the update"} is unknown: the answer to a write was lost, and that write may have been applied or still be under way. What came after it failed, too ({failure.Message}) Read the resource again before you send anything else.",
            failure,
            _failure?.Operation,
            _failure?.SentETag ?? default,
            _failure?.TraceId,
            _failure?.Error)
        {
            ResponseStatusCode = _failure?.ResponseStatusCode ?? 0,
        };

    private SieSmartException GaveUp()
    {
        var name = _failure?.Operation?.ToString() ?? "The update";
        var attempts = _options.Attempts == 1 ? "1 attempt" : $"{_options.Attempts.ToString(CultureInfo.InvariantCulture)} attempts";
        var failure = _isInDoubt
            ? (SieSmartException)new OutcomeUnknownException(
                $"{name} gave up after {attempts}, and its outcome is unknown: the answer to a write was lost, and that write may have been applied or still be under way. Read the resource again before you send anything else.",
                _failure,
                _failure?.Operation,
                _failure?.SentETag ?? default,
                _failure?.TraceId,
                _failure?.Error)
            : new PreconditionFailedException(
                $"{name} gave up after {attempts}: each time somebody else changed the resource between the read and the write. Nothing was overwritten. Try again later, or raise {nameof(UpdateOptions)}.{nameof(UpdateOptions.Attempts)}.",
                _failure,
                _failure?.Operation,
                _failure?.SentETag ?? default,
                _failure?.TraceId,
                _failure?.Error);
        failure.ResponseStatusCode = _failure?.ResponseStatusCode ?? 0;
        return failure;
    }
}
