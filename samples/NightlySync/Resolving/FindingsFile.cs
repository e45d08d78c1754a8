using System.Globalization;
using SieSmart.Client;

namespace NightlySync.Resolving;

/// <summary>What was found out of many rows: a line for each, <c>reference,proposal id</c>, and nothing behind the comma of one that is none.</summary>
internal static class FindingsFile
{
    /// <exception cref="NightlySyncException">It can't be read, or a line makes no sense.</exception>
    public static IReadOnlyList<Finding> Read(string path)
    {
        try
        {
            return
            [
                .. from line in File.ReadLines(path).Select((text, index) => (Text: text.Trim(), Number: index + 1))
                   where line.Text.Length > 0
                   select Parse(path, line.Text, line.Number),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NightlySyncException($"{path} can't be read: {exception.Message}", exception);
        }
    }

    // A reference may have commas, a number has none.
    private static Finding Parse(string path, string line, int number)
    {
        var comma = line.LastIndexOf(',');
        var id = line[(comma + 1)..].Trim();
        return comma <= 0 || (id.Length > 0 && !ProposalId.TryParse(id, out _))
            ? throw new NightlySyncException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}, line {number}: expected a reference, a comma, and the proposal's id or nothing, as in CRM-0042,100123. Nothing was noted."))
            : new Finding(line[..comma].Trim(), id.Length == 0 ? null : ProposalId.Parse(id));
    }
}
