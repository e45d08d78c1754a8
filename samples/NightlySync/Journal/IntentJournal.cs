using System.Text.Json;
using System.Text.Json.Serialization;

namespace NightlySync.Journal;

/// <summary>
/// What was sent and what came of it: a file to which lines are added, each on the disk before anything else happens. The API
/// takes no idempotency key, so this is all that keeps a row from becoming two proposals. Thread-safe.
/// </summary>
internal sealed class IntentJournal : IDisposable
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RowState> _rows = new(StringComparer.Ordinal);
    private readonly FileStream _file;
    private readonly TimeProvider _timeProvider;
    private string? _api;
    private bool _isBroken;

    private IntentJournal(FileStream file, TimeProvider timeProvider)
    {
        _file = file;
        _timeProvider = timeProvider;
    }

    /// <summary>The rows that a person has to look at, the oldest first.</summary>
    public IReadOnlyList<RowState> Unknown
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows.Values.Where(row => row.Status == RowStatus.Unknown).OrderBy(row => row.Since).ThenBy(row => row.Reference, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Opens a journal, and keeps other processes out until it is disposed of.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isNew">Whether it is made, or has to be there.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <exception cref="NightlySyncException">It is missing, is there already, is in use, or is damaged.</exception>
    public static IntentJournal Open(string path, bool isNew, TimeProvider timeProvider)
    {
        var journal = new IntentJournal(OpenFile(path, isNew), timeProvider);
        try
        {
            journal.Load();
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Notes which API the rows go to.</summary>
    /// <exception cref="NightlySyncException">Rows of this journal went to another one.</exception>
    public void Begin(string api)
    {
        if (_api is not null && _api != api)
        {
            throw new NightlySyncException($"The journal {_file.Name} belongs to {_api}, and the configuration names {api}. Rows that were created there would be left out here: use a journal for each.");
        }

        Append(JournalEvent.Begun, detail: api);
    }

    public RowState Find(string reference)
    {
        lock (_gate)
        {
            return _rows.GetValueOrDefault(reference) ?? RowState.New(reference);
        }
    }

    /// <summary>Adds a line. When this returns, it is on the disk.</summary>
    /// <exception cref="NightlySyncException">It can't be written; nothing may be sent any more.</exception>
    public void Append(JournalEvent happened, string? reference = null, string? fingerprint = null, long? proposalId = null, string? detail = null)
    {
        lock (_gate)
        {
            // Behind half a line the next one would be unreadable.
            if (_isBroken)
            {
                throw new NightlySyncException($"The journal {_file.Name} could not be written before, so nothing more is sent.");
            }

            var entry = new JournalEntry(_timeProvider.GetUtcNow(), happened, reference, fingerprint, proposalId, detail);
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, Format), (byte)'\n'];
            try
            {
                _file.Write(line);
                _file.Flush(flushToDisk: true);
            }
            catch (IOException exception)
            {
                _isBroken = true;
                throw new NightlySyncException($"The journal {_file.Name} can't be written: {exception.Message} Nothing more is sent.", exception);
            }

            Apply(entry);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream OpenFile(string path, bool isNew)
    {
        try
        {
            // No buffer: a line is written as a whole, and then flushed.
            return new FileStream(path, isNew ? FileMode.CreateNew : FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (FileNotFoundException exception)
        {
            throw new NightlySyncException($"There is no journal {path}. Without it, rows that are proposals already would be created again: find it. If nothing was ever sent, start it with --new-journal.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NightlySyncException(
                isNew && File.Exists(path)
                    ? $"The journal {path} is there already: leave out --new-journal."
                    : $"The journal {path} can't be opened: {exception.Message} If another run uses it, wait until that one has ended.",
                exception);
        }
    }

    private void Load()
    {
        var content = new byte[_file.Length];
        _file.ReadExactly(content);

        // A line that has no end was never flushed, so what it announces was not done: the row is as it was before.
        var end = content.AsSpan().LastIndexOf((byte)'\n') + 1;
        var number = 0;
        for (var start = 0; start < end;)
        {
            var length = content.AsSpan(start, end - start).IndexOf((byte)'\n');
            Apply(Read(content.AsSpan(start, length), ++number));
            start += length + 1;
        }

        _file.SetLength(end);
        _file.Seek(0, SeekOrigin.End);
    }

    private JournalEntry Read(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            if (JsonSerializer.Deserialize<JournalEntry>(line, Format) is { } entry && (entry.Event == JournalEvent.Begun || entry.Reference is not null))
            {
                return entry;
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new NightlySyncException($"Line {number} of the journal {_file.Name} can't be read. Without it, a row might be sent twice: put the line right, or restore the file.");
    }

    private void Apply(JournalEntry entry)
    {
        if (entry.Event == JournalEvent.Begun)
        {
            _api = entry.Detail;
        }
        else
        {
            _rows[entry.Reference!] = (_rows.GetValueOrDefault(entry.Reference!) ?? RowState.New(entry.Reference!)).After(entry);
        }
    }
}
