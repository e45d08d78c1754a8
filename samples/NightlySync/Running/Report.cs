using System.Globalization;
using NightlySync.Sending;
using SieSmart.Client;
using Spectre.Console;

namespace NightlySync.Running;

/// <summary>What became of a file, as tables, or below each other where a terminal is too narrow for them.</summary>
internal sealed class Report(IAnsiConsole console)
{
    private const int NarrowestForTables = 90;

    private static readonly (RowOutcome Outcome, string Text)[] Lines =
    [
        (RowOutcome.Created, "created"),
        (RowOutcome.CreatedBefore, "created before"),
        (RowOutcome.Unknown, "UNKNOWN: check by hand"),
        (RowOutcome.Rejected, "rejected by the API"),
        (RowOutcome.Changed, "changed since they were sent"),
        (RowOutcome.Duplicate, "with a reference used above"),
        (RowOutcome.Malformed, "malformed"),
        (RowOutcome.NotDone, "failed without effect"),
        (RowOutcome.Stopped, "stopped before they were sent"),
    ];

    private bool IsNarrow => console.Profile.Width < NarrowestForTables;

    /// <param name="tally">How the rows of the file ended.</param>
    /// <param name="unknown">All rows in doubt, of earlier files too.</param>
    public void Show(Tally tally, IReadOnlyList<ProposalRecord> unknown)
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
        ShowRows(
            ["Line", "Reference", "Outcome", "Why"],
            tally.Notes.Select(note => (string[])[Number(note.Line), note.Reference ?? string.Empty, Lines.Single(line => line.Outcome == note.Outcome).Text, note.Detail ?? string.Empty]));
    }

    private void ShowUnknown(IReadOnlyList<ProposalRecord> unknown)
    {
        if (unknown.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine("[bold red]These rows were sent, and nobody knows whether they are proposals. They are never sent again by themselves.[/]");
        console.WriteLine("Look in SieSmart for a proposal with the reference as its label, then say what you found:");
        console.WriteLine("  resolve <reference> --created <proposal id>");
        console.WriteLine("  resolve <reference> <reference> … --not-created");
        console.WriteLine("  resolve --findings <file>    many at once: lines of reference,proposal id");
        console.WriteLine();
        ShowRows(
            ["UNKNOWN", "Since", "Why"],
            unknown.Select(row => (string[])[row.Key, row.Since.ToString("u", CultureInfo.InvariantCulture), row.Detail ?? "The run ended before the answer came."]));
    }

    /// <summary>A table; on a narrow terminal a line for each row, and the last column below it.</summary>
    private void ShowRows(string[] headers, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.None).AddColumns(IsNarrow ? headers[..^1] : headers);
        foreach (var row in rows)
        {
            table.AddRow((IsNarrow ? row[..^1] : row).Select(cell => new Text(cell)));
            if (IsNarrow)
            {
                console.Write(table);
                console.Write(new Padder(new Text(row[^1]), new Padding(2, 0, 0, 0)));
                table = new Table().Border(TableBorder.None).HideHeaders().AddColumns(headers[..^1]);
            }
        }

        if (!IsNarrow)
        {
            console.Write(table);
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
