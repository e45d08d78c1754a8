namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>What <c>x-rate-limit</c> says.</summary>
/// <param name="Requests">How many requests may be sent in a window, at least 1.</param>
/// <param name="Seconds">The length of the window in seconds, at least 1.</param>
internal sealed record RateLimit(int Requests, int Seconds);
