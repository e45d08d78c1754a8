namespace SieSmart.Pipeline.Authentication;

/// <summary>
/// What the API's resources said of the tokens that they were shown, and what follows from it. Not thread-safe but for
/// <see cref="HasAny"/>: its source's lock guards it.
/// </summary>
/// <remarks>
/// <para>
/// A 401 may be the word of one resource alone. So a token is kept from a resource that rejected it, and from no other: whoever it
/// works for goes on with it until a newer one has come.
/// </para>
/// <para>
/// A newer one is asked for at once, since the token may have been revoked. But where the token before it was rejected, too, and has not
/// been made good by an acceptance since, it is no accident, and the next is asked for after a pause only, which grows from 1 to
/// 30 seconds: neither an account that is closed nor a resource that rejects everything floods the token endpoint.
/// </para>
/// </remarks>
internal sealed class TokenRejections(TokenTiming timing, TimeProvider timeProvider)
{
    /// <summary>An account that is closed is rejected everywhere; the latest of it say all that there is to know.</summary>
    private const int Capacity = 64;

    private readonly Dictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private long _current;
    private int _pauses;
    private (long Since, TimeSpan Duration)? _pause;
    private volatile bool _hasAny;

    /// <summary>Whether a resource rejected this token or the one before it, and has accepted none since. May be asked without the lock.</summary>
    public bool HasAny => _hasAny;

    /// <summary>Whether somebody wants a newer token, and it may be asked for.</summary>
    public bool IsNewerTokenDue => RestOfPause is null && IsCurrentRejected;

    /// <summary>Whether a resource rejected the current token.</summary>
    public bool IsCurrentRejected => _hasAny && _rejected.ContainsValue(_current);

    /// <summary>How many tokens were rejected in a row.</summary>
    public int TokensInARow => _pauses + 1;

    /// <summary>How long ago the current token was rejected although it was new; null if it wasn't.</summary>
    public TimeSpan? Age => _pause is { } pause ? timeProvider.GetElapsedTime(pause.Since) : null;

    /// <summary>How long no newer token is asked for yet; null if it may be.</summary>
    public TimeSpan? RestOfPause =>
        _pause is { } pause && pause.Duration - timeProvider.GetElapsedTime(pause.Since) is var rest && rest > TimeSpan.Zero ? rest : null;

    /// <summary>Whether the resource of a request needs a newer token.</summary>
    public bool IsCurrentRejectedFor(HttpRequestMessage request) =>
        _hasAny && _rejected.TryGetValue(ResourceOf(request), out var token) && token == _current;

    /// <summary>Notes that the resource of a request rejected the current token.</summary>
    public void Reject(HttpRequestMessage request)
    {
        if (_pause is null && _rejected.Values.Any(token => token < _current))
        {
            _pauses++;
            _pause = (timeProvider.GetTimestamp(), timing.HoldOff(_pauses));
        }

        var resource = ResourceOf(request);
        if (_rejected.Count >= Capacity && !_rejected.ContainsKey(resource))
        {
            _rejected.Remove(_rejected.OrderBy(entry => entry.Value).First().Key);
        }

        _rejected[resource] = _current;
        _hasAny = true;
    }

    /// <summary>Notes that the resource of a request accepted the current token.</summary>
    public void Accept(HttpRequestMessage request)
    {
        if (_hasAny && _rejected.Remove(ResourceOf(request)))
        {
            _pauses = 0;
            _hasAny = _rejected.Count > 0;
        }
    }

    /// <summary>Notes that a newer token is the current one now. What a resource said long ago is forgotten.</summary>
    public void Renew()
    {
        _current++;
        _pause = null;
        foreach (var resource in _rejected.Where(entry => entry.Value < _current - 1).Select(entry => entry.Key).ToList())
        {
            _rejected.Remove(resource);
        }

        _hasAny = _rejected.Count > 0;
        _pauses = _hasAny ? _pauses : 0;
    }

    /// <summary>Without the query, which may hold keys.</summary>
    private static string ResourceOf(HttpRequestMessage request) => $"{request.Method} {request.RequestUri!.GetLeftPart(UriPartial.Path)}";
}
