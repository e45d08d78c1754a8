using System.Globalization;
using NightlySync.Journal;
using NightlySync.Sending;
using Spectre.Console;

namespace NightlySync.Running;

/// <summary>What became of a file, as tables.</summary>
internal sealed class Report(IAnsiConsole console)
{
    private static readonly (RowOutcome Outcome, string Text)[] Lines =
    [
        (RowOutcome.Created, "created"),
        (RowOutcome.CreatedBefore, "created before"),
        (RowOutcome.Unknown, "UNKNOWN: check by hand"),
        (RowOutcome.Rejected, "rejected by the API"),
        (RowOutcome.Changed, "changed since they were sent"),
        (RowOutcome.Duplicate, "with a reference used above"),
        (RowOutcome.Malformed, "malformed"),
        (RowOutcome.NotDone, "not sent, or without effect"),
    ];

    /// <param name="tally">How the rows of the file ended.</param>
    /// <param name="unknown">All rows in doubt, of earlier files too.</param>
    public void Show(Tally tally, IReadOnlyList<RowState> unknown)
    {
        var counts = new Table().Border(TableBorder.None).AddColumn(new TableColumn("Rows").RightAligned()).AddColumn("Outcome");
        foreach (var (outcome, text) in Lines.Where(line => tally[line.Outcome] > 0))
        {
            counts.AddRow(Number(tally[outcome]), text);
        }

        if (tally.Done < tally.Total)
        {
            counts.AddRow(Number(tally.Total - tally.Done), "not reached");
        }

        console.WriteLine();
        console.Write(counts);
        ShowNotes(tally);
        ShowUnknown(unknown);
    }

    private void ShowNotes(Tally tally)
    {
        if (tally.Notes.Count == 0)
        {
            return;
        }

        console.WriteLine();
        var table = new Table().Border(TableBorder.None).AddColumns("Line", "Reference", "Outcome", "Why");
        foreach (var note in tally.Notes)
        {
            table.AddRow(new Text(Number(note.Line)), new Text(note.Reference ?? string.Empty), new Text(Lines.Single(line => line.Outcome == note.Outcome).Text), new Text(note.Detail ?? string.Empty));
        }

        console.Write(table);
    }

    private void ShowUnknown(IReadOnlyList<RowState> unknown)
    {
        if (unknown.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine("[bold red]These rows were sent, and nobody knows whether they are proposals. They are never sent again by themselves.[/]");
        console.WriteLine("Look in SieSmart for a proposal with the reference as its label, then say what you found:");
        console.WriteLine("  resolve <reference> --created <proposal id>     or     resolve <reference> --not-created");
        console.WriteLine();
        var table = new Table().Border(TableBorder.None).AddColumns("UNKNOWN", "Since", "Why");
        foreach (var row in unknown)
        {
            table.AddRow(new Text(row.Reference), new Text(row.Since.ToString("u", CultureInfo.InvariantCulture)), new Text(row.Detail ?? "The run ended before the answer came."));
        }

        console.Write(table);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
