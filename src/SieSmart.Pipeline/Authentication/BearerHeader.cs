using System.Net.Http.Headers;

namespace SieSmart.Pipeline.Authentication;

/// <summary>The Authorization header of the last token, which is that of the next request as a rule. Thread-safe.</summary>
internal sealed class BearerHeader
{
    private volatile AuthenticationHeaderValue? _last;

    public AuthenticationHeaderValue Of(string token)
    {
        if (_last is { } last && string.Equals(last.Parameter, token, StringComparison.Ordinal))
        {
            return last;
        }

        return _last = new AuthenticationHeaderValue("Bearer", token);
    }
}
