using NightlySync.Input;
using NightlySync.Sending;

namespace NightlySync.Running;

/// <summary>How the rows of a run ended so far. Thread-safe.</summary>
internal sealed class Tally(int total)
{
    // As many as somebody reads; the counts have them all.
    private const int MostNotes = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<RowOutcome, int> _counts = [];
    private readonly List<RowNote> _notes = [];

    /// <summary>How many records the file has.</summary>
    public int Total => total;

    public int Done
    {
        get
        {
            lock (_gate)
            {
                return _counts.Values.Sum();
            }
        }
    }

    /// <summary>Rows that are of note, the first ones.</summary>
    public IReadOnlyList<RowNote> Notes
    {
        get
        {
            lock (_gate)
            {
                return [.. _notes.OrderBy(note => note.Line)];
            }
        }
    }

    public int this[RowOutcome outcome]
    {
        get
        {
            lock (_gate)
            {
                return _counts.GetValueOrDefault(outcome);
            }
        }
    }

    public void Add(InputRecord record, RowResult result)
    {
        lock (_gate)
        {
            _counts[result.Outcome] = _counts.GetValueOrDefault(result.Outcome) + 1;

            // The unknown ones are listed from the journal, which has those of other files too.
            if (result is { Detail: not null, Outcome: not RowOutcome.Unknown } && _notes.Count < MostNotes)
            {
                _notes.Add(new RowNote(record.Line, record.Row?.Reference, result.Outcome, result.Detail));
            }
        }
    }
}
