using System.Globalization;
using Requirements;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Faults;

namespace NightlySync.Tests.Fixtures;

/// <summary>A sandbox, a file of rows and a journal: what stays from one run to the next.</summary>
internal sealed class Night : IAsyncDisposable
{
    public const string Header = "reference,officeId,salesContactId,assets,specialConditions";

    private const string CreatePath = "/proposals/proposal";

    // A request that is held so long ends with its caller.
    private static readonly TimeSpan Forever = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryDirectory _directory = new();
    private bool _hasJournal;

    private Night(SandboxServer sandbox) => Sandbox = sandbox;

    public SandboxServer Sandbox { get; }

    public string File => Path.Combine(_directory.Path, "proposals.csv");

    public string Journal => Path.Combine(_directory.Path, "nightly-sync.journal");

    /// <summary>How many proposals there are.</summary>
    public int Created => Sandbox.Requests.Count(request => request is { Method: "POST", Path: CreatePath, WasCarriedOut: true });

    /// <summary>How many creates came to their end without a fault that was put in their way.</summary>
    public int SentUnhindered => Sandbox.Requests.Count(request => request is { Method: "POST", Path: CreatePath, Fault: null });

    /// <summary>How many rows the journal knows for proposals: the sandbox knows of one before its answer has arrived.</summary>
    public int NotedAsCreated
    {
        get
        {
            // The sample has locked it, which elsewhere nobody gets around.
            MachineRequirements.PosixSystem.PathOrSkip();
            return System.IO.File.ReadAllText(Journal).Split('\n').Count(line => line.Contains("\"event\":\"created\"", StringComparison.Ordinal));
        }
    }

    public static async Task<Night> BeginAsync(params IReadOnlyList<Fault> faults) =>
        new(await SandboxServer.StartAsync(new SandboxOptions { Faults = faults, RequestsPerWindow = 1000 }, TestContext.Current.CancellationToken));

    /// <summary>The fault, for creates only.</summary>
    public static Fault OnCreate(Fault fault) => fault.On("POST", CreatePath);

    public static string Row(int number) => string.Create(CultureInfo.InvariantCulture, $"R-{number:00},1001,10001001,\"Desktop PCs, new\",");

    public static IReadOnlyList<string> References(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"R-{number:00}"))];

    public void Write(params IEnumerable<string> lines) => System.IO.File.WriteAllLines(File, [Header, .. lines]);

    public void WriteRows(int count) => Write(Enumerable.Range(1, count).Select(Row));

    /// <summary>Writes another file beside the one of rows.</summary>
    /// <returns>Its path.</returns>
    public string WriteBeside(string name, params IEnumerable<string> lines)
    {
        var path = Path.Combine(_directory.Path, name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>Holds the next creates for as long as the sample lives.</summary>
    public void Hold(int creates, bool isAfterCommit)
    {
        var fault = OnCreate(Fault.Latency(Forever));
        Sandbox.Faults.Enqueue(isAfterCommit ? fault.AfterWrite() : fault, creates);
    }

    public SyncProcess Start(params IReadOnlyList<string> arguments) => Start(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    public SyncProcess Start(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        List<string> all = ["--file", File, .. arguments];
        if (!_hasJournal)
        {
            all.Add("--new-journal");
            _hasJournal = true;
        }

        return SyncProcess.Start(_directory.Path, Configure(settings), all);
    }

    public async Task<SyncRun> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }

    /// <summary>Starts it with just these arguments.</summary>
    public async Task<SyncRun> RunAsItIsAsync(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        using var process = SyncProcess.Start(_directory.Path, settings, arguments);
        return await process.EndAsync();
    }

    public Task<SyncRun> ResolveAsync(params IReadOnlyList<string> arguments) =>
        RunAsItIsAsync(new Dictionary<string, string>(StringComparer.Ordinal), ["resolve", .. arguments]);

    /// <summary>Settings that lead to the sandbox.</summary>
    public Dictionary<string, string> Configure(IReadOnlyDictionary<string, string>? others = null) => new(others ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
    {
        ["SieSmart__BaseAddress"] = Sandbox.BaseAddress.AbsoluteUri,
        ["SieSmart__TokenEndpoint"] = Sandbox.TokenEndpoint.AbsoluteUri,
        ["SieSmart__ClientId"] = Sandbox.ClientId,
        ["SieSmart__ClientSecret"] = Sandbox.ClientSecret,
    };

    /// <summary>Waits for something, and fails if it does not come about.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestWait);
        while (!condition())
        {
            await Task.Delay(LookAgainAfter, TimeProvider.System, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _directory.Dispose();
    }
}
