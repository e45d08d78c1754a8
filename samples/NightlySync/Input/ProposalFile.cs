using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SieSmart.Client;

namespace NightlySync.Input;

/// <summary>
/// A CSV file with a header, in UTF-8, with commas between the fields. It is read as a stream, so it may be of any length.
/// </summary>
internal sealed class ProposalFile(string path)
{
    public const string Reference = "reference";
    public const string OfficeId = "officeId";
    public const string SalesContactId = "salesContactId";
    public const string Assets = "assets";
    public const string SpecialConditions = "specialConditions";

    private const int LongestReference = 100;

    // What is not UTF-8 is an error and no question mark. A byte order mark of its own is let pass.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly string[] Columns = [Reference, OfficeId, SalesContactId, Assets, SpecialConditions];

    /// <summary>How many records the file has, malformed ones included.</summary>
    /// <exception cref="NightlySyncException">The file can't be read, is not UTF-8, or its header is wrong.</exception>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await RequireUtf8Async(cancellationToken);
        var count = 0;
        await foreach (var _ in ReadAsync(cancellationToken))
        {
            count++;
        }

        return count;
    }

    /// <summary>The records in their order. A malformed one is told by its line, and costs no other.</summary>
    /// <exception cref="NightlySyncException">The file can't be read, or its header is wrong.</exception>
    public async IAsyncEnumerable<InputRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var text = new StreamReader(Open(), Encoding, detectEncodingFromByteOrderMarks: false);
        var reader = new RecordReader(text);
        var header = Header(await NextAsync(_ => true));
        while (await NextAsync(fields => fields.Count == header.Count) is { } record)
        {
            if (record.Fields is not [] and not [""])
            {
                yield return Read(record, header);
            }
        }

        async Task<RecordText?> NextAsync(Func<IReadOnlyList<string>, bool> hasRightLength)
        {
            try
            {
                return await reader.ReadAsync(hasRightLength, cancellationToken);
            }
            catch (DecoderFallbackException exception)
            {
                throw new NightlySyncException($"{path} was UTF-8 and is not any more: somebody has changed it during the run. Run it again with a file that stays as it is.", exception);
            }
        }
    }

    private async Task RequireUtf8Async(CancellationToken cancellationToken)
    {
        await using var stream = Open();
        if (await Utf8Text.FindFaultAsync(stream, cancellationToken) is var (line, fault))
        {
            throw new NightlySyncException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}, line {line}: byte 0x{fault:X2} is not UTF-8, which is what the file must be. Save it as UTF-8 (it may be Windows-1252 or UTF-16 now), and run it again. Nothing was sent."));
        }
    }

    private FileStream Open()
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NightlySyncException($"{path} can't be read: {exception.Message}", exception);
        }
    }

    private List<string> Header(RecordText? record)
    {
        List<string> header = [.. record?.Fields?.Select(field => field.Trim()) ?? []];
        var missing = new[] { Reference, OfficeId }.Except(header, StringComparer.OrdinalIgnoreCase).ToList();
        if (missing.Count > 0)
        {
            throw new NightlySyncException($"{path}, line 1: the header has no column '{missing[0]}'. It needs {Reference} and {OfficeId}, with commas between the columns.");
        }

        // One letter wrong in a column that may be left out, and every proposal would lack it.
        var unknown = header.Except(Columns, StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0 || header.Distinct(StringComparer.OrdinalIgnoreCase).Count() != header.Count)
        {
            throw new NightlySyncException($"{path}, line 1: the column '{(unknown.Count > 0 ? unknown[0] : "twice")}' is not understood. The columns are {string.Join(", ", Columns)}, each once.");
        }

        return header;
    }

    private static InputRecord Read(RecordText record, List<string> header)
    {
        if (record.Fields is not { } fields)
        {
            return InputRecord.Malformed(record.Line, "a quote is not closed, or stands in a field that is not quoted");
        }

        if (fields.Count != header.Count)
        {
            return InputRecord.Malformed(record.Line, string.Create(CultureInfo.InvariantCulture, $"it has {fields.Count} fields, and the header {header.Count}"));
        }

        var reference = Text(Reference);
        if (reference is null or { Length: > LongestReference } || reference.Any(char.IsControl))
        {
            return InputRecord.Malformed(record.Line, $"{Reference} must have 1 to {LongestReference} characters, without line breaks");
        }

        if (!TryNumber(Text(OfficeId), out var officeId) || officeId is null)
        {
            return InputRecord.Malformed(record.Line, $"{OfficeId} is not a number");
        }

        return TryNumber(Text(SalesContactId), out var salesContactId)
            ? new InputRecord(record.Line, new Row(reference, new OfficeId(officeId.Value), salesContactId is { } contact ? new SalesContactId(contact) : null, Text(Assets), Text(SpecialConditions)), null)
            : InputRecord.Malformed(record.Line, $"{SalesContactId} is not a number");

        string? Text(string column)
        {
            var index = header.FindIndex(name => name.Equals(column, StringComparison.OrdinalIgnoreCase));
            return index >= 0 && fields[index].Trim() is { Length: > 0 } text ? text : null;
        }
    }

    private static bool TryNumber(string? text, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return text is null || number is not null;
    }
}
