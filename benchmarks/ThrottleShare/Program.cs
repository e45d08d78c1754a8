using System.Globalization;
using Spectre.Console;
using ThrottleShare;

// Prints how much of the server's limit one saturated process uses, and how often it is refused.
//
//   dotnet run -c Release --project benchmarks/ThrottleShare              all of them, about seven minutes
//   dotnet run -c Release --project benchmarks/ThrottleShare -- 2s 10s    these
var scenarios = Scenario.All.Where(scenario => args.Length == 0 || args.Contains(scenario.Name, StringComparer.Ordinal)).ToList();
if (scenarios.Count < Math.Max(args.Length, 1))
{
    await Console.Error.WriteLineAsync($"Name some of these, or none for all: {string.Join(", ", Scenario.All.Select(scenario => scenario.Name))}.");
    return 2;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};

var table = new Table().Border(TableBorder.Markdown);
table.AddColumns("scenario", "limit", "on the way", "lane", "requests", "429s", "share used", "required");
var isGood = true;
foreach (var scenario in scenarios)
{
    var measurement = await Measurement.RunAsync(scenario, interrupted.Token);
    isGood &= measurement.Refused == 0 && measurement.Share >= scenario.Required;
    table.AddRow(
        scenario.Name,
        string.Create(CultureInfo.InvariantCulture, $"{scenario.Permits} in {scenario.Window.TotalSeconds} s"),
        string.Create(CultureInfo.InvariantCulture, $"0 to {scenario.ArrivalDelay.TotalMilliseconds} ms"),
        scenario.Priority.ToString(),
        string.Create(CultureInfo.InvariantCulture, $"{measurement.Counted} in {measurement.Elapsed.TotalSeconds:0.0} s"),
        measurement.Refused.ToString(CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{100 * measurement.Share:0.00} %"),
        string.Create(CultureInfo.InvariantCulture, $"{100 * scenario.Required:0} %"));
}

AnsiConsole.Profile.Width = 160;
AnsiConsole.Write(table);
return isGood ? 0 : 1;
