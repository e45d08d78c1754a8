using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.CommandLine;

/// <summary>What was typed behind <c>siesmart-sandbox</c>.</summary>
internal sealed class ToolArguments
{
    public const string Help = """
        siesmart-sandbox: a local SieSmart B2B API, for development and tests.

        Usage: siesmart-sandbox [options]

          --port <number>               port to listen at; 0 for a free one (default: 5080)
          --state <file>                keep the state in this SQLite file (default: in memory)
          --pending <seconds>           how long a decision is PENDING (default: 2)
          --decline-from <amount>       financed amount from which a decision is DECLINED (default: 250000)
          --token-lifetime <seconds>    how long a token is valid (default: 86400)
          --requests <number>           requests that one IP address may send in a minute (default: 100)
          --retry-after <form>          what a 429 carries: absent, seconds or date (default: absent)

        ETags (default: unquoted date-times to the millisecond):
          --quoted-etags                put them into quotes
          --one-second-etags            to the second: versions of the same second share one
          --no-etags-on-writes          send them on create and on read only, as documented
          --no-if-match-check           accept every write, to see what the check is there for

        Faults, each to every n-th request to the API:
          --latency <milliseconds>      delay each answer
          --unavailable-every <n>       answer 503
          --drop-before-every <n>       break the connection, nothing is done
          --drop-after-every <n>        do it, then break the connection
          --drop-in-body-every <n>      do it, then break the connection in the middle of the answer
          --lose-answer-every <n>       do it, then answer 504, as a gateway does
          --truncate-every <n>          do it, then answer half of the body
          --html-every <n>              answer 200 with an HTML page, nothing is done
          --revoke-token-every <n>      revoke the request's token

        Beyond this machine (default: neither):
          --listen-on-all-interfaces    let other machines connect
          --allow-remote-webhooks       send notifications to other machines

          --help                        this text
        """;

    private const int DefaultPort = 5080;

    private readonly Queue<string> _rest;
    private readonly List<Fault> _faults = [];

    private ToolArguments(IEnumerable<string> arguments) => _rest = new Queue<string>(arguments);

    public bool IsHelp { get; private set; }

    public SandboxOptions Options { get; private set; } = new();

    /// <exception cref="FormatException">An argument is not understood; the message says which.</exception>
    public static ToolArguments Parse(IEnumerable<string> arguments, ILoggerFactory loggerFactory)
    {
        var parsed = new ToolArguments(arguments);
        parsed.Read(loggerFactory);
        return parsed;
    }

    private void Read(ILoggerFactory loggerFactory)
    {
        var defaults = new SandboxOptions();
        var port = DefaultPort;
        var state = defaults.StateFile;
        var pending = defaults.PendingDuration;
        var declineFrom = defaults.DeclineFrom;
        var tokenLifetime = defaults.TokenLifetime;
        var requests = defaults.RequestsPerWindow;
        var retryAfter = defaults.RetryAfter;
        var etags = defaults.ETags;
        var checkIfMatch = defaults.CheckIfMatch;
        var latency = defaults.Latency;
        var listenOnAllInterfaces = defaults.ListenOnAllInterfaces;
        var allowRemoteWebhooks = defaults.AllowRemoteWebhooks;

        while (_rest.TryDequeue(out var name))
        {
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    IsHelp = true;
                    break;
                case "--port":
                    port = Number(name, 0, ushort.MaxValue);
                    break;
                case "--state":
                    state = Value(name);
                    break;
                case "--pending":
                    pending = TimeSpan.FromSeconds(Number(name, 0));
                    break;
                case "--decline-from":
                    declineFrom = Number(name, 0);
                    break;
                case "--token-lifetime":
                    tokenLifetime = TimeSpan.FromSeconds(Number(name, 1));
                    break;
                case "--requests":
                    requests = Number(name, 1);
                    break;
                case "--retry-after":
                    retryAfter = Form(name);
                    break;
                case "--quoted-etags":
                    etags |= ETagOptions.Quoted;
                    break;
                case "--one-second-etags":
                    etags |= ETagOptions.OneSecondResolution;
                    break;
                case "--no-etags-on-writes":
                    etags |= ETagOptions.NoneOnWrites;
                    break;
                case "--no-if-match-check":
                    checkIfMatch = false;
                    break;
                case "--latency":
                    latency = TimeSpan.FromMilliseconds(Number(name, 0));
                    break;
                case "--unavailable-every":
                    _faults.Add(Fault.Status(HttpStatusCode.ServiceUnavailable).Every(Number(name, 1)));
                    break;
                case "--drop-before-every":
                    _faults.Add(Fault.DroppedBeforeWrite().Every(Number(name, 1)));
                    break;
                case "--drop-after-every":
                    _faults.Add(Fault.DroppedAfterWrite().Every(Number(name, 1)));
                    break;
                case "--drop-in-body-every":
                    _faults.Add(Fault.DroppedInBody().Every(Number(name, 1)));
                    break;
                case "--lose-answer-every":
                    _faults.Add(Fault.Status(HttpStatusCode.GatewayTimeout).AfterWrite().Every(Number(name, 1)));
                    break;
                case "--truncate-every":
                    _faults.Add(Fault.TruncatedBody().Every(Number(name, 1)));
                    break;
                case "--html-every":
                    _faults.Add(Fault.HtmlPage().Every(Number(name, 1)));
                    break;
                case "--revoke-token-every":
                    _faults.Add(Fault.TokenRevoked().Every(Number(name, 1)));
                    break;
                case "--listen-on-all-interfaces":
                    listenOnAllInterfaces = true;
                    break;
                case "--allow-remote-webhooks":
                    allowRemoteWebhooks = true;
                    break;
                default:
                    throw new FormatException($"There is no option '{name}'. Try --help.");
            }
        }

        Options = new SandboxOptions
        {
            Port = port,
            StateFile = state,
            PendingDuration = pending,
            DeclineFrom = declineFrom,
            TokenLifetime = tokenLifetime,
            RequestsPerWindow = requests,
            RetryAfter = retryAfter,
            ETags = etags,
            CheckIfMatch = checkIfMatch,
            Latency = latency,
            Faults = _faults,
            ListenOnAllInterfaces = listenOnAllInterfaces,
            AllowRemoteWebhooks = allowRemoteWebhooks,
            LoggerFactory = loggerFactory,
        };
    }

    private string Value(string name)
        => _rest.TryDequeue(out var value) ? value : throw new FormatException($"{name} needs a value. Try --help.");

    private int Number(string name, int least, int most = int.MaxValue)
    {
        var value = Value(name);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
                ? number
                : throw new FormatException($"{name} needs a whole number from {least} to {most}, not '{value}'.");
    }

    private RetryAfterForm Form(string name)
    {
        var value = Value(name);
        return value switch
        {
            "absent" => RetryAfterForm.Absent,
            "seconds" => RetryAfterForm.Seconds,
            "date" => RetryAfterForm.Date,
            _ => throw new FormatException($"{name} is absent, seconds or date, not '{value}'."),
        };
    }
}
