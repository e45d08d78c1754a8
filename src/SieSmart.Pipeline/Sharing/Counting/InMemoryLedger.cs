namespace SieSmart.Pipeline.Sharing.Counting;

/// <summary>The permits of a budget that lives in one process.</summary>
internal sealed class InMemoryLedger : IPermitLedger
{
    private readonly List<long> _answered = [];
    private readonly Dictionary<long, long> _leases = [];
    private readonly Dictionary<long, long> _processes = [];

    public BudgetBook Book { get; } = new();

    public long Answered => _answered.Count;

    public long Leased => _leases.Count;

    public long? FirstLeaseEnd => _leases.Count > 0 ? _leases.Values.Min() : null;

    public int CountProcesses(long since) => _processes.Values.Count(seen => seen >= since);

    public long FreeAt(long index) => _answered[(int)index];

    public void Touch(long process, long now) => _processes[process] = now;

    public void Expire(long now)
    {
        _answered.RemoveAll(time => time <= now);
        foreach (var lease in _leases.Where(lease => lease.Value <= now).ToList())
        {
            _leases.Remove(lease.Key);
        }
    }

    public void AddLease(long id, long end) => _leases.Add(id, end);

    public bool RemoveLease(long id) => _leases.Remove(id);

    public void AddAnswered(long freeAt) => _answered.Add(freeAt);

    public void Clear()
    {
        _answered.Clear();
        _leases.Clear();
        _processes.Clear();
    }
}
