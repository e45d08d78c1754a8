using System.Diagnostics;

namespace SieSmart.Client;

/// <summary>
/// How a client reaches the SieSmart API. Bound from the configuration section <c>SieSmart</c>, and checked when the
/// application starts or the client is constructed.
/// </summary>
public sealed class SieSmartClientOptions
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public const string SectionName = "SieSmart";

    /// <summary>The audience that access tokens are asked for; the same in both environments.</summary>
    public const string DefaultAudience = "https://api.siesmart.com/b2b";

    /// <summary>What the API allows for each connecting IP address.</summary>
    public const int DefaultRequestsPerMinute = 100;

    /// <summary>The environment to talk to; <see cref="SieSmartEnvironment.Test"/> by default.</summary>
    public SieSmartEnvironment Environment { get; set; } = SieSmartEnvironment.Test;

    /// <summary>
    /// Another address for the API, its version segment included, for instance that of a local sandbox; null uses the
    /// environment's. Must be https, or http to a loopback host. Set <see cref="TokenEndpoint"/> along with it.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Another address to get access tokens from; null uses the environment's. Must be https, or http to a loopback host.
    /// Set <see cref="BaseAddress"/> along with it.
    /// </summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>The client id that Siemens Financial Services issued for the environment. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of that client id. Required. Never logged and never part of an exception.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>The audience that access tokens are asked for; <see cref="DefaultAudience"/> by default.</summary>
    public string Audience { get; set; } = DefaultAudience;

    /// <summary>
    /// How many requests may be sent in any 60 seconds, at least 1; <see cref="DefaultRequestsPerMinute"/> by default.
    /// All clients of one API host share them; where they differ, the smallest number holds. Lower it if other processes
    /// behind the same IP address use the API too.
    /// </summary>
    public int RequestsPerMinute { get; set; } = DefaultRequestsPerMinute;

    /// <summary>The options without the secret.</summary>
    public override string ToString() =>
        $"{nameof(SieSmartClientOptions)} {{ Environment = {Environment}, BaseAddress = {BaseAddress}, TokenEndpoint = {TokenEndpoint}, ClientId = {ClientId}, ClientSecret = ***, Audience = {Audience}, RequestsPerMinute = {RequestsPerMinute} }}";
}
