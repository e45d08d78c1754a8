using System.Globalization;
using FleetDemo.Members;
using FleetDemo.Reports;
using Spectre.Console;

namespace FleetDemo.Drawing;

/// <summary>The two phases side by side.</summary>
internal static class Comparison
{
    public static Table Draw(IReadOnlyList<Reading> alone, IReadOnlyList<Reading> shared, bool isDrawn)
    {
        var table = new Table().Border(isDrawn ? TableBorder.Rounded : TableBorder.Markdown);
        table.AddColumn("program");
        foreach (var column in new[] { "served alone", "shared", "429s alone", "shared", "longest wait alone", "shared" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var (member, one, other) in Member.All.Zip(alone, shared))
        {
            AddRow(table, member.Name, one, other);
        }

        AddRow(table, "all", Reading.Sum(alone), Reading.Sum(shared));
        return table;
    }

    private static void AddRow(Table table, string name, Reading alone, Reading shared) => table.AddRow(
        new Text(name),
        new Text(Number(alone.Served)),
        new Text(Number(shared.Served)),
        new Text(Number(alone.Refused), alone.Refused > 0 ? new Style(Color.Red) : Style.Plain),
        new Text(Number(shared.Refused), shared.Refused > 0 ? new Style(Color.Red) : new Style(Color.Green)),
        new Text(Seconds(alone.LongestWait)),
        new Text(Seconds(shared.LongestWait)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
