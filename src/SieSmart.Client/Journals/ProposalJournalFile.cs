using SieSmart.Client.Journals;
using SieSmart.Client.Serialization;
using SieSmart.Models;
using SieSmart.Runtime;

namespace SieSmart.Client;

/// <summary>
/// A journal in a file: what was sent and what came of it, a line for each event, each on the disk before anything else happens. It holds
/// keys and hashes, not what proposals say. Thread-safe; no second process can use it at the same time.
/// </summary>
/// <remarks>
/// Keep the file, one for each environment and on a local disk: without it everything looks new, which is why a missing one is an error.
/// A last line that was torn was never acted upon and is left out; any other that can't be read is an error.
/// </remarks>
public sealed class ProposalJournalFile : IProposalJournal, IDisposable
{
    private const int FingerprintLength = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ProposalRecord> _records = new(StringComparer.Ordinal);
    private readonly FileStream _file;
    private readonly TimeProvider _timeProvider;
    private string? _destination;
    private bool _isBroken;

    private ProposalJournalFile(FileStream file, TimeProvider timeProvider)
    {
        _file = file;
        _timeProvider = timeProvider;
    }

    /// <summary>The file.</summary>
    public string Path => _file.Name;

    /// <summary>What a person has to look at, the oldest first.</summary>
    public IReadOnlyList<ProposalRecord> InDoubt
    {
        get
        {
            lock (_gate)
            {
                return [.. _records.Values.Where(record => record.State == ProposalRecordState.InDoubt).OrderBy(record => record.Since).ThenBy(record => record.Key, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Opens a journal, and keeps other processes out until it is disposed of.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isNew">Whether it is made, or has to be there.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ProposalJournalException">It is missing, is there already, is in use, or is damaged.</exception>
    public static ProposalJournalFile Open(string path, bool isNew = false, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var journal = new ProposalJournalFile(OpenFile(path, isNew), timeProvider ?? TimeProvider.System);
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

    /// <summary>A hash of what a proposal says: tells whether it is the one that was sent, without keeping what it says.</summary>
    /// <param name="proposal">What was or will be sent.</param>
    /// <exception cref="ArgumentNullException"><paramref name="proposal"/> is null.</exception>
    public static string FingerprintOf(ProposalCreate proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return HashText.Of(JsonText.Of(writer => writer.WriteObjectValue(null, proposal))).Substring(0, FingerprintLength);
    }

    /// <summary>Notes where the proposals of this journal go. A journal belongs to one place.</summary>
    /// <param name="destination">The API and the account, as a person reads it. No secrets.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    /// <exception cref="ProposalJournalException">Proposals of this journal went to another one.</exception>
    public void Begin(string destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        lock (_gate)
        {
            if (_destination is not null && _destination != destination)
            {
                throw new ProposalJournalException($"The journal {Path} belongs to {_destination}, and this is {destination}. What was created there would be left out here: use a journal for each.");
            }

            Append(new JournalLine(_timeProvider.GetUtcNow(), JournalEvent.Begun, Detail: destination));
        }
    }

    /// <summary>Where a key stands; open if the journal doesn't know it.</summary>
    /// <param name="key">What your own system calls it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public ProposalRecord Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_gate)
        {
            return _records.TryGetValue(key, out var record) ? record : ProposalRecord.New(key);
        }
    }

    /// <summary>Notes what a person found out of a key in doubt.</summary>
    /// <param name="key">What your own system calls it.</param>
    /// <param name="found">The proposal that it is; null if it is none, so that it may be sent again.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ProposalJournalException">It is not in doubt, or the journal can't be written.</exception>
    public void Resolve(string key, ProposalId? found)
    {
        lock (_gate)
        {
            var record = Find(key);
            if (record.State != ProposalRecordState.InDoubt)
            {
                throw new ProposalJournalException($"{key} is not in doubt: it is {Describe(record)}. Nothing was noted.");
            }

            Append(new JournalLine(
                _timeProvider.GetUtcNow(),
                found is null ? JournalEvent.ResolvedAsNotCreated : JournalEvent.ResolvedAsCreated,
                key,
                ProposalId: found?.Value));
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(string key, ProposalCreate proposal, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Find(key).State is ProposalRecordState.InDoubt or ProposalRecordState.Created)
            {
                return Task.FromResult(false);
            }

            Append(new JournalLine(_timeProvider.GetUtcNow(), JournalEvent.Sending, key, FingerprintOf(proposal)));
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task CompleteAsync(string key, Proposal created)
    {
        ArgumentNullException.ThrowIfNull(created);
        return NoteAsync(JournalEvent.Created, key, created.ProposalId);
    }

    /// <inheritdoc/>
    public Task WithdrawAsync(string key, Exception why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return NoteAsync(why is RequestRejectedException ? JournalEvent.Rejected : JournalEvent.NotDone, key, detail: why.Message);
    }

    /// <inheritdoc/>
    public Task DoubtAsync(string key, Exception why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return NoteAsync(JournalEvent.Unknown, key, detail: why.Message);
    }

    /// <summary>Lets other processes use the journal.</summary>
    public void Dispose() => _file.Dispose();

    private static string Describe(ProposalRecord record) => record.State switch
    {
        ProposalRecordState.Created => $"proposal {record.ProposalId}",
        ProposalRecordState.Rejected => "rejected by the API",
        _ => "not known to have been sent",
    };

    private static FileStream OpenFile(string path, bool isNew)
    {
        try
        {
            // No buffer to speak of: a line is written as a whole, and then flushed.
            return new FileStream(path, isNew ? FileMode.CreateNew : FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (FileNotFoundException exception)
        {
            throw new ProposalJournalException($"There is no journal {path}. Without it, what is a proposal already would be created again: find it. If nothing was ever sent, begin a new one.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProposalJournalException(
                isNew && File.Exists(path)
                    ? $"The journal {path} is there already: go on with it instead of beginning a new one."
                    : $"The journal {path} can't be opened: {exception.Message} If another run uses it, wait until that one has ended.",
                exception);
        }
    }

    private Task NoteAsync(JournalEvent happened, string key, long? proposalId = null, string? detail = null)
    {
        lock (_gate)
        {
            Append(new JournalLine(_timeProvider.GetUtcNow(), happened, key, ProposalId: proposalId, Detail: detail));
            return Task.CompletedTask;
        }
    }

    /// <summary>Adds a line. When this returns, it is on the disk.</summary>
    private void Append(JournalLine line)
    {
        // Behind half a line the next one would be unreadable.
        if (_isBroken)
        {
            throw new ProposalJournalException($"The journal {Path} could not be written before, so nothing more is sent.");
        }

        var bytes = line.ToBytes();
        try
        {
            _file.Write(bytes, 0, bytes.Length);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            _isBroken = true;
            throw new ProposalJournalException($"The journal {Path} can't be written: {exception.Message} Nothing more is sent.", exception);
        }

        Apply(line);
    }

    private void Load()
    {
        using var copy = new MemoryStream();
        _file.CopyTo(copy);
        var content = copy.ToArray();

        // A line that has no end was never flushed, so what it announces was not done: the key is as it was before.
        var end = Array.LastIndexOf(content, (byte)'\n') + 1;
        var number = 0;
        for (var start = 0; start < end;)
        {
            var length = Array.IndexOf(content, (byte)'\n', start) - start;
            number++;
            Apply(JournalLine.TryRead(new ReadOnlyMemory<byte>(content, start, length))
                ?? throw new ProposalJournalException($"Line {number} of the journal {Path} can't be read. Without it, something might be sent twice: put the line right, or restore the file."));
            start += length + 1;
        }

        _file.SetLength(end);
        _file.Seek(0, SeekOrigin.End);
    }

    private void Apply(JournalLine line)
    {
        if (line.Event == JournalEvent.Begun)
        {
            _destination = line.Detail;
        }
        else
        {
            _records[line.Key!] = Find(line.Key!).After(line);
        }
    }
}
