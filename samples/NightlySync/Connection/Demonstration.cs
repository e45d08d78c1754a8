using System.Globalization;
using System.Text;
using NightlySync.CommandLine;
using SieSmart.Client;
using SieSmart.Sandbox;

namespace NightlySync.Connection;

/// <summary>A sandbox in this process, and a made-up file for it. Nothing of it is left but the file and its journal.</summary>
internal static class Demonstration
{
    private const int Rows = 250;
    private const int EveryDaysRate = 2_000;

    public static Task<SandboxServer> StartSandboxAsync(CancellationToken cancellationToken) => SandboxServer.StartAsync(
        // The real API takes 100 requests a minute: too slow to look at.
        new SandboxOptions { RequestsPerWindow = EveryDaysRate, Latency = TimeSpan.FromMilliseconds(150) },
        cancellationToken);

    public static void Configure(SieSmartClientOptions options, SandboxServer sandbox)
    {
        options.BaseAddress = sandbox.BaseAddress;
        options.TokenEndpoint = sandbox.TokenEndpoint;
        options.ClientId = sandbox.ClientId;
        options.ClientSecret = sandbox.ClientSecret;
        options.RequestsPerMinute = EveryDaysRate;
    }

    /// <summary>Writes the file, two of whose rows are wrong.</summary>
    public static Arguments WriteFile(Arguments arguments)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("nightly-sync-").FullName, "proposals.csv");
        var text = new StringBuilder("reference,officeId,salesContactId,assets,specialConditions\n");
        for (var row = 1; row <= Rows; row++)
        {
            text.Append(row switch
            {
                40 => "CRM-0040,1001,10001001,\"A quote that nobody closes,\n",
                41 => "CRM-0041,9999,,An office that is not yours,\n",
                _ => string.Create(CultureInfo.InvariantCulture, $"CRM-{row:0000},1001,10001001,\"{row} desktop PCs, new\",\n"),
            });
        }

        File.WriteAllText(file, text.ToString());
        return arguments with { File = file, Journal = Path.ChangeExtension(file, ".journal"), IsJournalNew = true };
    }
}
