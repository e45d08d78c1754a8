using TestSupport;

namespace Reliability.Tests.Matrix;

/// <summary>
/// The tables of docs/reliability.md. They are what the client has to do, and the tests run each of their cells, so the page
/// can't say anything that isn't so.
/// </summary>
internal static class DocumentedMatrix
{
    private const string Page = "docs/reliability.md";

    private static readonly Dictionary<Duration, Dictionary<(string Fault, string Operation), string>> Tables = new()
    {
        [Duration.Once] = ReadTable("## A fault that happens once"),
        [Duration.Lasting] = ReadTable("## A fault that lasts"),
    };

    public static IEnumerable<(string Fault, string Operation)> Cells(Duration duration) => Tables[duration].Keys;

    public static Observation Expect(FaultCase fault, Operation operation, Duration duration) =>
        Observation.Parse(Tables[duration][(fault.Name, operation.Name)]);

    private static Dictionary<(string Fault, string Operation), string> ReadTable(string heading)
    {
        var rows = RepositoryFiles.ReadLines(Page)
            .SkipWhile(line => line != heading)
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        var operations = rows[0];
        return rows
            .Skip(2)
            .SelectMany(row => row.Skip(1).Select((cell, index) => (Fault: row[0], Operation: operations[index + 1], Cell: cell)))
            .ToDictionary(cell => (cell.Fault, cell.Operation), cell => cell.Cell);
    }
}
