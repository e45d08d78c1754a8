using System.Globalization;
using System.Net;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline;

/// <summary>
/// Finds what is wrong with options and says what to set. For packages that ship a client with options of its own, whose names are those of
/// <see cref="OpenApiClientOptions"/>. Stateless.
/// </summary>
public static class OptionFaults
{
    private const int MostRetries = 10;
    private const int SmallestResponse = 1024;

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>What is wrong with limits, times and priority.</summary>
    /// <param name="options">The options.</param>
    /// <param name="section">The configuration section that they stand in.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IEnumerable<string> OfLimits(OpenApiClientOptions options, string section)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(section);
        return Find();

        IEnumerable<string> Find()
        {
            if (options.Priority is not (RequestPriority.Interactive or RequestPriority.Bulk))
            {
                yield return $"{section}:{nameof(options.Priority)} is '{options.Priority}'. Set it to {nameof(RequestPriority.Interactive)} or {nameof(RequestPriority.Bulk)}.";
            }

            foreach (var (option, timeout) in new[]
            {
                (nameof(options.QueueTimeout), options.QueueTimeout),
                (nameof(options.AttemptTimeout), options.AttemptTimeout),
                (nameof(options.TotalTimeout), options.TotalTimeout),
            })
            {
                if (OfTime($"{section}:{option}", timeout) is { } fault)
                {
                    yield return fault;
                }
            }

            if (options.MaxRetries is < 0 or > MostRetries)
            {
                yield return $"{section}:{nameof(options.MaxRetries)} is {Text(options.MaxRetries)}. Set it to 0 for none, or to {Text(MostRetries)} at the most.";
            }

            if (options.MaxResponseBytes < SmallestResponse)
            {
                yield return $"{section}:{nameof(options.MaxResponseBytes)} is {Text(options.MaxResponseBytes)}. Set it to {Text(SmallestResponse)} bytes or more.";
            }
        }
    }

    /// <summary>What is wrong with an address that credentials are sent to; null if nothing is.</summary>
    /// <param name="setting">The name of the setting.</param>
    /// <param name="address">The address; null is no fault.</param>
    public static string? OfAddress(string setting, Uri? address)
    {
        if (address is null)
        {
            return null;
        }

        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            return $"{setting} is '{AddressText.Of(address)}', which is no absolute https address. Set it to one such as https://example.com/path.";
        }

        if (address.Scheme == Uri.UriSchemeHttp && !IsThisMachine(address))
        {
            return $"{setting} is '{AddressText.Of(address)}': over http, secrets and tokens would be sent in clear. Use https; http is allowed for a loopback host such as localhost only.";
        }

        return address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0
            ? $"{setting} has a user, a query or a fragment. Set it to scheme, host and path only."
            : null;
    }

    /// <summary>What is wrong with the length of a queue; null if nothing is.</summary>
    /// <param name="setting">The name of the setting.</param>
    /// <param name="limit">How many may wait; null is no fault.</param>
    public static string? OfQueueLimit(string setting, int? limit) =>
        limit < 0 ? $"{setting} is {Text(limit.Value)}. Set it to 0 or more, or leave it out for two windows' worth." : null;

    /// <summary>What is wrong with an application's name in the <c>User-Agent</c> header; null if nothing is.</summary>
    /// <param name="setting">The name of the setting.</param>
    /// <param name="application">The name; null is no fault.</param>
    public static string? OfApplicationId(string setting, string? application) =>
        application is not null && (application.Length == 0 || !application.All(IsTokenCharacter))
            ? $"{setting} is '{application}', which no User-Agent header can carry. Set it to letters, digits, dots and hyphens."
            : null;

    /// <summary>What is wrong with a time that is more than zero and at most a day; null if nothing is.</summary>
    internal static string? OfTime(string setting, TimeSpan time) =>
        time <= TimeSpan.Zero || time > LongestTimeout
            ? $"{setting} is {time}. Set it to more than zero and at most {LongestTimeout}, such as 00:01:00 for a minute."
            : null;

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a token is made of (RFC 9110, section 5.6.2).</summary>
    internal static bool IsTokenCharacter(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".Contains(character);

    /// <summary>Other names that .NET takes for loopback are resolved like any, and may lead anywhere.</summary>
    private static bool IsThisMachine(Uri address) =>
        string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
