using System.Diagnostics;

namespace WebhookReceiver;

/// <summary>How notifications reach this server. Bound from the configuration section <c>Webhook</c>.</summary>
internal sealed class WebhookOptions
{
    public const string SectionName = "Webhook";

    public const int ShortestApiKey = 16;

    /// <summary>What the sender must show as X-API-KEY: 16 visible ASCII characters or more. Required. Never logged.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>
    /// The address by which SieSmart reaches this server; <c>/notifications</c> is appended to it. Null (the default) for the
    /// address that the server listens on, which only a sandbox on the same machine can reach.
    /// </summary>
    public Uri? BasePath { get; set; }

    /// <summary>The ids of the proposals to watch. Default: none.</summary>
    public IList<long> Watch { get; } = [];

    /// <summary>How many proposals may wait to be read, 1 or more. Default: 1000. What comes beyond is turned away with 503.</summary>
    public int QueueLength { get; set; } = 1000;

    /// <summary>How long to wait after a read or a registration failed, more than zero. Default: 10 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often all watched proposals are read without any notification, more than zero. Default: an hour. Nothing says that a
    /// lost notification is sent again.
    /// </summary>
    public TimeSpan ReadAllEvery { get; set; } = TimeSpan.FromHours(1);

    public bool HasSoundApiKey => ApiKey is { Length: >= ShortestApiKey } key && key.All(character => character is > ' ' and <= '~');

    public override string ToString() => $"{nameof(WebhookOptions)} {{ BasePath = {BasePath}, ApiKey = *** }}";
}
