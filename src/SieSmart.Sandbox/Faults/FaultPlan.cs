namespace SieSmart.Sandbox.Faults;

/// <summary>Faults that happen once each: to the next request that they match. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private volatile bool _isSuspended;

    internal FaultPlan()
    {
    }

    /// <summary>
    /// Whether nothing goes wrong for now: neither these faults, which wait, nor those of
    /// <see cref="SandboxOptions.Faults"/>. Default: false.
    /// </summary>
    public bool IsSuspended
    {
        get => _isSuspended;
        set => _isSuspended = value;
    }

    /// <summary>How many faults have not happened yet.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _faults.Count;
            }
        }
    }

    /// <summary>Adds a fault behind the others. One request meets one of them at most: the first that matches.</summary>
    /// <param name="fault">What is to go wrong.</param>
    /// <param name="times">To how many requests; 1 or more.</param>
    public void Enqueue(Fault fault, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (_gate)
        {
            _faults.AddRange(Enumerable.Repeat(fault, times));
        }
    }

    /// <summary>Forgets the faults that have not happened yet.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    internal Fault? Take(string method, string path)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault => fault.Matches(method, path));
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index];
            _faults.RemoveAt(index);
            return fault;
        }
    }
}
