#if NET8_0_OR_GREATER
namespace SieSmart.Runtime;

/// <summary>What Microsoft.Bcl.TimeProvider gives older frameworks, under the same name.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>A source that cancels itself after a delay.</summary>
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider timeProvider, TimeSpan delay) =>
        new(delay, timeProvider);

    /// <summary>A task that ends after a delay.</summary>
    public static Task Delay(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken = default) =>
        Task.Delay(delay, timeProvider, cancellationToken);
}
#endif
