namespace SharedBudgets.Simulation.Pages;

/// <summary>A table of a page. Columns of numbers stand on the right.</summary>
/// <param name="Head">Its columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record Table(IReadOnlyList<string> Head, IEnumerable<IReadOnlyList<string>> Rows)
{
    private readonly List<IReadOnlyList<string>> _rows = [.. Rows];

    public override string ToString() => string.Join('\n',
    [
        Line(Head),
        Line(Head.Select((_, column) => _rows.TrueForAll(row => char.IsAsciiDigit(row[column][0]) || row[column] == Words.Nothing) ? "---:" : "---")),
        .. _rows.Select(Line),
    ]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
