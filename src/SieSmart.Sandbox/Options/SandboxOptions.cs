using Microsoft.Extensions.Logging;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox;

/// <summary>How a <see cref="SandboxServer"/> behaves. The defaults are what is known of the real SieSmart.</summary>
public sealed class SandboxOptions
{
    /// <summary>The only audience that tokens are issued for, as in the real API.</summary>
    public const string Audience = "https://api.siesmart.com/b2b";

    /// <summary>The TCP port, 1 to 65535, or 0 (the default) for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether other machines may connect. Default: false, loopback only.</summary>
    public bool ListenOnAllInterfaces { get; init; }

    /// <summary>Whether webhooks may go to other machines. Default: false, loopback only.</summary>
    public bool AllowRemoteWebhooks { get; init; }

    /// <summary>The client id that tokens are issued to.</summary>
    public string ClientId { get; init; } = "sandbox-introducer";

    /// <summary>The secret of <see cref="ClientId"/>. Public, and worth nothing outside of a sandbox.</summary>
    public string ClientSecret { get; init; } = "sandbox-introducer-secret";

    /// <summary>A second client id, whose tokens may only read: its writes get 403.</summary>
    public string ReadOnlyClientId { get; init; } = "sandbox-reader";

    /// <summary>The secret of <see cref="ReadOnlyClientId"/>.</summary>
    public string ReadOnlyClientSecret { get; init; } = "sandbox-reader-secret";

    /// <summary>How long a token is valid, in whole seconds. Default: 24 hours.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How many requests one IP address may send within <see cref="RateLimitWindow"/>. Default: 100.</summary>
    /// <remarks>
    /// Every request to the API counts, a rejected one too: the block lifts once the rate drops. Token requests
    /// go to another host in reality, and do not count.
    /// </remarks>
    public int RequestsPerWindow { get; init; } = 100;

    /// <summary>The length of the sliding window. Default: one minute.</summary>
    public TimeSpan RateLimitWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>In which form a 429 says when to come back. Default: not at all, as nothing is documented.</summary>
    public RetryAfterForm RetryAfter { get; init; } = RetryAfterForm.Absent;

    /// <summary>What ETags look like, and where they are sent. Default: unquoted, milliseconds, on create and read only, as documented.</summary>
    public ETagOptions ETags { get; init; } = ETagOptions.None;

    /// <summary>Whether a missing and a stale If-Match get 412. Default: true.</summary>
    /// <remarks>Switched off, every write succeeds: a test can show what the check is there for.</remarks>
    public bool CheckIfMatch { get; init; } = true;

    /// <summary>How long a decision is PENDING before it is made. Default: two seconds.</summary>
    public TimeSpan PendingDuration { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The financed amount from which a decision is DECLINED. Default: 250,000.</summary>
    /// <remarks>
    /// Below it the decision is ACCEPTED; from two fifths of it on, under a condition. The amount is the
    /// calculation's <c>financedAmount</c> or, where there is none, the sum of the assets' prices.
    /// </remarks>
    public decimal DeclineFrom { get; init; } = 250_000m;

    /// <summary>An SQLite file that keeps the state over restarts. Default: null, in memory.</summary>
    public string? StateFile { get; init; }

    /// <summary>A delay before each answer. Default: none.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>
    /// The longest time that a request to the API is on its way before it arrives and counts, each a random part of it, as on a
    /// network whose delays vary. Default: none.
    /// </summary>
    public TimeSpan ArrivalDelay { get; init; }

    /// <summary>Faults that happen to each request that they match, for as long as the server runs.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What the chance of <see cref="Fault.Sometimes"/> begins with: the same number, the same sequence. Default: 0.</summary>
    public int FaultSeed { get; init; }

    /// <summary>How many requests <see cref="SandboxServer.Requests"/> remembers. Default: 1000.</summary>
    public int RequestLogCapacity { get; init; } = 1000;

    /// <summary>The sandbox's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where requests and webhooks are logged to. Default: nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    internal static void Validate(SandboxOptions options)
    {
        var complaint = options switch
        {
            { Port: < 0 or > ushort.MaxValue } => $"{nameof(Port)} must be 0 to 65535",
            { ClientId.Length: 0 } => $"{nameof(ClientId)} must not be empty",
            { ClientSecret.Length: 0 } => $"{nameof(ClientSecret)} must not be empty",
            { TokenLifetime.TotalSeconds: < 1 } => $"{nameof(TokenLifetime)} must be a second or more",
            { RequestsPerWindow: < 1 } => $"{nameof(RequestsPerWindow)} must be 1 or more",
            { RateLimitWindow.Ticks: < 1 } => $"{nameof(RateLimitWindow)} must be more than zero",
            { PendingDuration.Ticks: < 0 } => $"{nameof(PendingDuration)} must be zero or more",
            { Latency.Ticks: < 0 } => $"{nameof(Latency)} must be zero or more",
            { ArrivalDelay.Ticks: < 0 } => $"{nameof(ArrivalDelay)} must be zero or more",
            { RequestLogCapacity: < 1 } => $"{nameof(RequestLogCapacity)} must be 1 or more",
            _ => null,
        };
        if (complaint is not null)
        {
            throw new ArgumentException($"{nameof(SandboxOptions)}.{complaint}.", nameof(options));
        }
    }
}
