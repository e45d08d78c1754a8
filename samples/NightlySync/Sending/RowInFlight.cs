using Microsoft.Kiota.Abstractions;
using NightlySync.Input;

namespace NightlySync.Sending;

/// <summary>A row on its way: goes along with its request, so that the handler next to the wire knows which row it is. Thread-safe.</summary>
internal sealed class RowInFlight(Row row) : IRequestOption
{
    private readonly Lock _gate = new();
    private bool _isStopped;
    private bool _isInDoubt;

    public Row Row => row;

    /// <summary>Whether its request left and may have been acted upon.</summary>
    public bool IsInDoubt
    {
        get
        {
            lock (_gate)
            {
                return _isInDoubt;
            }
        }
    }

    /// <summary>Lets its request leave, unless the run has ended before.</summary>
    public bool TryDepart()
    {
        lock (_gate)
        {
            _isInDoubt |= !_isStopped;
            return !_isStopped;
        }
    }

    /// <summary>The API turned the request away unseen; it may leave again.</summary>
    public void ComeBack()
    {
        lock (_gate)
        {
            _isInDoubt = false;
        }
    }

    /// <summary>Ends the run for this row.</summary>
    /// <returns>Whether its request has left already.</returns>
    public bool Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            return _isInDoubt;
        }
    }
}
