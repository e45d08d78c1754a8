using System.Globalization;
using FleetDemo.Members;
using FleetDemo.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FleetDemo.Drawing;

/// <summary>What a person sees of a phase.</summary>
internal sealed class Board
{
    private const int BarLength = 30;

    private readonly List<History> _histories = [.. Member.All.Select(_ => new History())];

    public IRenderable Draw(Phase phase)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"[bold]{Markup.Escape(phase.Title)}[/]");
        table.AddColumn("program");
        table.AddColumn(new TableColumn("served").RightAligned());
        table.AddColumn(new TableColumn("refused").RightAligned());
        table.AddColumn(new TableColumn("waiting").RightAligned());
        table.AddColumn(new TableColumn("longest wait").RightAligned());
        table.AddColumn(new TableColumn($"second by second, up to {History.Length} s ago").Width(History.Length));
        foreach (var (member, reading, history) in Member.All.Zip(phase.Readings, _histories))
        {
            history.Note((int)phase.Elapsed.TotalSeconds, reading);
            table.AddRow(
                new Text(member.Name),
                new Text(Number(reading.Served), new Style(Color.Green)),
                new Text(Number(reading.Refused), reading.Refused > 0 ? new Style(Color.Red, decoration: Decoration.Bold) : Style.Plain),
                new Text(Number(reading.Waiting), reading.Waiting > 0 ? new Style(Color.Yellow) : Style.Plain),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{reading.LongestWait.TotalSeconds:0.0} s")),
                history.Draw());
        }

        return new Rows(
            table,
            new Markup($"  {Bar("time", phase.Elapsed / phase.Settings.Length, "blue", string.Create(CultureInfo.InvariantCulture, $"{Math.Min(phase.Elapsed.TotalSeconds, phase.Settings.Length.TotalSeconds):0} of {phase.Settings.Length.TotalSeconds:0} s"))}"),
            new Markup($"  {Bar("API", (double)phase.InTheWindow / phase.Settings.Limit, phase.InTheWindow > phase.Settings.Limit ? "red" : "green", string.Create(CultureInfo.InvariantCulture, $"{phase.InTheWindow} requests in {phase.Settings.Window.TotalSeconds:0} s, of {phase.Settings.Limit}"))}"),
            new Markup("  [green]█[/] served  [red]█[/] refused, too  [yellow]·[/] waiting, nothing served"));
    }

    private static string Bar(string name, double part, string colour, string words)
    {
        var full = (int)(Math.Clamp(part, 0, 1) * BarLength);
        return $"{name,-4} [{colour}]{new string('━', full)}[/][grey35]{new string('━', BarLength - full)}[/] {Markup.Escape(words)}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
