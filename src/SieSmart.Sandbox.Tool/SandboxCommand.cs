using System.CommandLine;
using System.Net;
using CommandLine;
using Microsoft.Extensions.Logging;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Tool;

/// <summary>What can be typed behind <c>siesmart-sandbox</c>.</summary>
internal sealed class SandboxCommand : RootCommand
{
    private const int DefaultPort = 5080;

    private static readonly SandboxOptions Defaults = new();

    private readonly WholeNumberOption<int> _port = Number("--port", "number", 0, ushort.MaxValue, DefaultPort, "Port to listen at; 0 for a free one");
    private readonly Option<FileInfo> _state = new("--state") { HelpName = "file", Description = "Keep the state in this SQLite file; without it, in memory" };
    private readonly WholeNumberOption<int> _pending = Number("--pending", "seconds", 0, int.MaxValue, (int)Defaults.PendingDuration.TotalSeconds, "How long a decision is PENDING");
    private readonly WholeNumberOption<int> _declineFrom = Number("--decline-from", "amount", 0, int.MaxValue, (int)Defaults.DeclineFrom, "Financed amount from which a decision is DECLINED");
    private readonly WholeNumberOption<int> _tokenLifetime = Number("--token-lifetime", "seconds", 1, int.MaxValue, (int)Defaults.TokenLifetime.TotalSeconds, "How long a token is valid");
    private readonly WholeNumberOption<int> _requests = Number("--requests", "number", 1, int.MaxValue, Defaults.RequestsPerWindow, "Requests that one IP address may send in a minute");
    private readonly ChoiceOption<RetryAfterForm> _retryAfter = new("--retry-after", ("absent", RetryAfterForm.Absent), ("seconds", RetryAfterForm.Seconds), ("date", RetryAfterForm.Date))
    {
        Description = "What a 429 carries; without it: absent",
    };

    private readonly IReadOnlyList<(Option<bool> Flag, ETagOptions Form)> _etags =
    [
        (Flag("--quoted-etags", "Put ETags into quotes; without it, they are unquoted date-times to the millisecond"), ETagOptions.Quoted),
        (Flag("--one-second-etags", "ETags to the second: versions of the same second share one"), ETagOptions.OneSecondResolution),
        (Flag("--etags-on-writes", "Send an ETag with the answer to every write; without it, on create and on read only, as documented"), ETagOptions.OnWrites),
    ];

    private readonly Option<bool> _noIfMatchCheck = Flag("--no-if-match-check", "Accept every write, to see what the check is there for");
    private readonly WholeNumberOption<int> _latency = Number("--latency", "milliseconds", 0, int.MaxValue, (int)Defaults.Latency.TotalMilliseconds, "Delay each answer");
    private readonly IReadOnlyList<(Option<int> Every, Fault Fault)> _faults =
    [
        (Every("--unavailable-every", "answer 503"), Fault.Status(HttpStatusCode.ServiceUnavailable)),
        (Every("--drop-before-every", "break the connection, nothing is done"), Fault.DroppedBeforeWrite()),
        (Every("--drop-after-every", "do it, then break the connection"), Fault.DroppedAfterWrite()),
        (Every("--drop-in-body-every", "do it, then break the connection in the middle of the answer"), Fault.DroppedInBody()),
        (Every("--lose-answer-every", "do it, then answer 504, as a gateway does"), Fault.Status(HttpStatusCode.GatewayTimeout).AfterWrite()),
        (Every("--truncate-every", "do it, then answer half of the body"), Fault.TruncatedBody()),
        (Every("--html-every", "answer 200 with an HTML page, nothing is done"), Fault.HtmlPage()),
        (Every("--revoke-token-every", "revoke the request's token"), Fault.TokenRevoked()),
    ];

    private readonly Option<bool> _listenOnAllInterfaces = Flag("--listen-on-all-interfaces", "Let other machines connect; without it, only this one");
    private readonly Option<bool> _allowRemoteWebhooks = Flag("--allow-remote-webhooks", "Send notifications to other machines; without it, only to this one");

    public SandboxCommand(ILoggerFactory loggerFactory, Func<SandboxOptions, CancellationToken, Task<int>> run)
        : base("""
            A local SieSmart B2B API, for development and tests.

            It does what is documented, and no more: only the answers to create and to read carry an ETag. --etags-on-writes sends one
            with every other write, too.
            """)
    {
        IEnumerable<Option> options =
        [
            _port, _state, _pending, _declineFrom, _tokenLifetime, _requests, _retryAfter,
            .. _etags.Select(etag => etag.Flag), _noIfMatchCheck,
            _latency, .. _faults.Select(fault => fault.Every),
            _listenOnAllInterfaces, _allowRemoteWebhooks,
        ];
        foreach (var option in options)
        {
            Options.Add(option);
        }

        SetAction((parsed, stopped) => run(Read(parsed, loggerFactory), stopped));
    }

    private static WholeNumberOption<int> Number(string name, string unit, int least, int most, int preset, string description) =>
        new(name, least, most) { HelpName = unit, Description = description, DefaultValueFactory = _ => preset };

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static WholeNumberOption<int> Every(string name, string what) =>
        new(name, 1, int.MaxValue) { HelpName = "n", Description = $"To every n-th request to the API: {what}" };

    private SandboxOptions Read(ParseResult parsed, ILoggerFactory loggerFactory) => new()
    {
        Port = parsed.GetValue(_port),
        StateFile = parsed.GetValue(_state)?.FullName,
        PendingDuration = TimeSpan.FromSeconds(parsed.GetValue(_pending)),
        DeclineFrom = parsed.GetValue(_declineFrom),
        TokenLifetime = TimeSpan.FromSeconds(parsed.GetValue(_tokenLifetime)),
        RequestsPerWindow = parsed.GetValue(_requests),
        RetryAfter = parsed.GetValue(_retryAfter),
        ETags = _etags.Where(etag => parsed.GetValue(etag.Flag)).Aggregate(ETagOptions.None, (forms, etag) => forms | etag.Form),
        CheckIfMatch = !parsed.GetValue(_noIfMatchCheck),
        Latency = TimeSpan.FromMilliseconds(parsed.GetValue(_latency)),
        Faults = [.. _faults.Where(fault => parsed.GetResult(fault.Every) is not null).Select(fault => fault.Fault.Every(parsed.GetValue(fault.Every)))],
        ListenOnAllInterfaces = parsed.GetValue(_listenOnAllInterfaces),
        AllowRemoteWebhooks = parsed.GetValue(_allowRemoteWebhooks),
        LoggerFactory = loggerFactory,
    };
}
