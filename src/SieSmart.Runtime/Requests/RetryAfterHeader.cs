namespace SieSmart.Runtime;

/// <summary>How long a server asks to be left alone.</summary>
internal static class RetryAfterHeader
{
    private const string Name = "Retry-After";

    /// <summary>Reads the header as seconds or as a date.</summary>
    /// <returns>Never negative; null if the server doesn't say.</returns>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider timeProvider)
    {
#if NET8_0_OR_GREATER
        if (!response.Headers.NonValidated.Contains(Name))
        {
            // As of nearly every answer. Asking for the parsed header makes a place for it.
            return null;
        }

#endif
        var header = response.Headers.RetryAfter;
        if (header is null && IsNumber(response))
        {
            // .NET takes no number beyond 32 bits for one.
            return TimeSpan.FromSeconds(int.MaxValue);
        }

        // The server's own clock, where it tells it, makes the difference right whatever the local clock says.
        var wait = header?.Delta ?? (header?.Date - (response.Headers.Date ?? timeProvider.GetUtcNow()));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static bool IsNumber(HttpResponseMessage response) =>
#if NET8_0_OR_GREATER
        response.Headers.NonValidated.TryGetValues(Name, out var values)
#else
        response.Headers.TryGetValues(Name, out var values)
#endif
        && values.FirstOrDefault() is { Length: > 0 } seconds
        && seconds.All(character => character is >= '0' and <= '9');
}
