using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace NightlySync.Input;

/// <summary>
/// Takes the records off a CSV text, one by one. Each is parsed by itself: read as a whole, a quote that nobody closes would
/// swallow every row behind it. Where a record turns out wrong, only its first line is lost, and reading goes on with the next.
/// </summary>
internal sealed class RecordReader(TextReader text)
{
    // A quoted field with more line breaks than this is a quote that was never closed.
    private const int MostLines = 100;

    private readonly List<string> _ahead = [];
    private long _line;

    /// <summary>The next record, or null at the end.</summary>
    public async Task<RecordText?> ReadAsync(Func<IReadOnlyList<string>, bool> hasRightLength, CancellationToken cancellationToken)
    {
        var lines = await ReadLinesAsync(cancellationToken);
        if (lines.Count == 0)
        {
            return null;
        }

        var start = _line + 1;
        var fields = Split(string.Join('\n', lines));
        if (lines.Count > 1 && (fields is null || !hasRightLength(fields)))
        {
            // The other lines may well be sound rows.
            _ahead.InsertRange(0, lines.Skip(1));
            lines.RemoveRange(1, lines.Count - 1);
            fields = Split(lines[0]);
        }

        _line += lines.Count;
        return new RecordText(start, fields);
    }

    private async Task<List<string>> ReadLinesAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var isInQuotes = false;
        do
        {
            if (await NextLineAsync(cancellationToken) is not { } line)
            {
                break;
            }

            lines.Add(line);
            isInQuotes ^= line.Count(character => character == '"') % 2 == 1;
        }
        while (isInQuotes && lines.Count < MostLines);
        return lines;
    }

    private async ValueTask<string?> NextLineAsync(CancellationToken cancellationToken)
    {
        if (_ahead is not [var line, ..])
        {
            return await text.ReadLineAsync(cancellationToken);
        }

        _ahead.RemoveAt(0);
        return line;
    }

    private static string[]? Split(string record)
    {
        if (record.Count(character => character == '"') % 2 == 1)
        {
            return null;
        }

        var isSound = true;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            TrimOptions = TrimOptions.None,
            BadDataFound = _ => isSound = false,
        };
        using var parser = new CsvParser(new StringReader(record), configuration);
        var fields = parser.Read() ? parser.Record : [];
        return isSound && !parser.Read() ? fields : null;
    }
}
