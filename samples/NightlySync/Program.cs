using System.Globalization;
using CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NightlySync;
using NightlySync.CommandLine;
using NightlySync.Connection;
using NightlySync.Input;
using NightlySync.Resolving;
using NightlySync.Running;
using NightlySync.Sending;
using SieSmart.Client;
using SieSmart.Pipeline.Throttling;
using Spectre.Console;

var console = Terminal.Open();

// A reference may begin with an @, and is no file of arguments. Ctrl+C is the host's business.
var parsed = new RunCommand(BeginAsync, Resolve).Parse(args, new() { ResponseFileTokenReplacer = null });
try
{
    return parsed.TryRefuse(Console.Error)
        ? ParseResultExtensions.WrongUsage
        : await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
}
catch (NightlySyncException failure)
{
    console.WriteLine(failure.Message);
}
catch (ProposalJournalException failure)
{
    console.WriteLine(failure.Message);
    console.WriteLine("--new-journal begins one, --journal names another.");
}
catch (OptionsValidationException invalid)
{
    console.WriteLine("The configuration is not complete. Without --file, a sandbox stands in for the API.");
    console.WriteLine(string.Join('\n', invalid.Failures.Select(failure => $"- {failure}")));
}

return ExitCode.CouldNotRun;

int Resolve(Settlement settlement)
{
    var findings = settlement.Findings is { } file
        ? FindingsFile.Read(file)
        : [.. settlement.References.Select(reference => new Finding(reference, settlement.Proposal))];
    using var journal = ProposalJournalFile.Open(settlement.Journal);
    foreach (var note in Resolution.Note(journal, findings))
    {
        console.WriteLine(note);
    }

    return ExitCode.AllCreated;
}

async Task<int> BeginAsync(Arguments arguments)
{
    if (arguments.File is not null)
    {
        return await RunAsync(arguments, _ => { });
    }

    await using var sandbox = await Demonstration.StartSandboxAsync(CancellationToken.None);
    arguments = Demonstration.WriteFile(arguments);
    console.WriteLine($"A demonstration: the rows of {arguments.File} go to a sandbox in this process.");
    return await RunAsync(arguments, options => Demonstration.Configure(options, sandbox));
}

async Task<int> RunAsync(Arguments arguments, Action<SieSmartClientOptions> configure)
{
    // Before there is a journal: a file that can't be used leaves nothing behind.
    var file = new ProposalFile(arguments.File!);
    var rows = await file.CountAsync(CancellationToken.None);
    if (rows == 0)
    {
        console.WriteLine($"{arguments.File} has a header and no rows: nothing was created. If there should be some, look at what writes the file.");
        return ExitCode.RowsLeft;
    }

    var builder = Host.CreateApplicationBuilder();
    builder.Configuration.AddUserSecrets<Program>().AddEnvironmentVariables();
    builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(log => log.LogToStandardErrorThreshold = LogLevel.Trace);

    // Longer than rows in flight get when the run is stopped.
    builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(90));
    builder.Services
        .AddSingleton(arguments)
        .AddSingleton(file)
        .AddSingleton(new Tally(rows))
        .AddSingleton(console)
        .AddSingleton<RunResult>()
        .AddSingleton<RowSender>()
        .AddSingleton(services => ProposalJournalFile.Open(arguments.Journal, arguments.IsJournalNew, services.GetRequiredService<TimeProvider>()))
        .AddSingleton(services => new LimitWatch(
            BulkShareOf(services.GetRequiredService<IOptions<SieSmartClientOptions>>().Value.RequestsPerMinute),
            services.GetRequiredService<TimeProvider>()))
        .AddHostedService<NightlyRun>();
    builder.Services.AddSieSmartClient(builder.Configuration).AddHttpMessageHandler(services => new LimitWatchHandler(services.GetRequiredService<LimitWatch>()));
    builder.Services.Configure<SieSmartClientOptions>(options =>
    {
        // Nobody waits for a row: people who use the same budget go first.
        options.Priority = RequestPriority.Bulk;
        configure(options);
    });

    using var host = builder.Build();
    var options = host.Services.GetRequiredService<IOptions<SieSmartClientOptions>>().Value;
    console.WriteLine($"To       {Destination.Describe(options)}, as {options.ClientId}");
    console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From     {Path.GetFullPath(arguments.File!)}, {rows} rows"));
    console.WriteLine($"Journal  {Path.GetFullPath(arguments.Journal)}, {(arguments.IsJournalNew ? "a new one" : "as the last run left it")}");
    host.Services.GetRequiredService<ProposalJournalFile>().Begin(Destination.Of(options));
    var result = host.Services.GetRequiredService<RunResult>();
    await host.RunAsync();
    return result.ExitCode;
}

// Bulk priority leaves a tenth to people.
static int BulkShareOf(int permits) => permits - (permits / 10);
