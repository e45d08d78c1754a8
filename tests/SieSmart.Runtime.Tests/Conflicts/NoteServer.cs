using System.Globalization;

namespace SieSmart.Runtime.Tests.Conflicts;

/// <summary>Keeps one note, and refuses a write whose ETag is not that of the newest version.</summary>
internal sealed class NoteServer
{
    private List<string> _entries = [];
    private int _version = 1;

    public IReadOnlyList<string> Entries => _entries;

    public List<ETag> ETagsRead { get; } = [];

    public List<ETag> ETagsWritten { get; } = [];

    /// <summary>By default a new one for each version.</summary>
    public Func<int, ETag> ETagOf { get; set; } = version => ETag.Parse($"\"v{version.ToString(CultureInfo.InvariantCulture)}\"");

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Headers { get; set; }

    /// <summary>Happens before the nth read, counted from 1.</summary>
    public Action<int> BeforeRead { get; set; } = _ => { };

    /// <summary>Happens before the nth write is looked at, counted from 1.</summary>
    public Action<int> BeforeWrite { get; set; } = _ => { };

    /// <summary>Happens when the nth write was applied, counted from 1, and its answer is on the way.</summary>
    public Action<int> AfterWrite { get; set; } = _ => { };

    public Task<Versioned<Note>> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeRead(ETagsRead.Count + 1);
        ETagsRead.Add(ETagOf(_version));
        return Task.FromResult(Answer());
    }

    public Task<Versioned<Note>> WriteAsync(Note note, ETag ifMatch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ETagsWritten.Add(ifMatch);
        var number = ETagsWritten.Count;
        BeforeWrite(number);
        if (ifMatch != ETagOf(_version))
        {
            throw new PreconditionFailedException("412: stale", sentETag: ifMatch, traceId: $"trace-{number.ToString(CultureInfo.InvariantCulture)}")
            {
                ResponseStatusCode = 412,
            };
        }

        Replace(note.Entries);
        AfterWrite(number);
        return Task.FromResult(Answer());
    }

    /// <summary>What a colleague does meanwhile.</summary>
    public void Add(string entry) => Replace([.. _entries, entry]);

    public void Replace(IEnumerable<string> entries)
    {
        _entries = [.. entries];
        _version++;
    }

    private Versioned<Note> Answer() => new(new Note { Entries = [.. _entries] }, ETagOf(_version), responseHeaders: Headers);
}
