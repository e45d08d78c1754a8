namespace SieSmart.Sandbox.Faults;

/// <summary>The faults of the options: each happens to each n-th request that it matches. Thread-safe.</summary>
internal sealed class StandingFaults
{
    private readonly IReadOnlyList<Fault> _faults;
    private readonly int[] _matches;

    public StandingFaults(SandboxOptions options)
    {
        _faults = options.Latency > TimeSpan.Zero ? [Fault.Latency(options.Latency), .. options.Faults] : options.Faults;
        _matches = new int[_faults.Count];
    }

    public IEnumerable<Fault> Take(string method, string path)
    {
        for (var index = 0; index < _faults.Count; index++)
        {
            var fault = _faults[index];
            if (fault.Matches(method, path) && Interlocked.Increment(ref _matches[index]) % fault.Period == 0)
            {
                yield return fault;
            }
        }
    }
}
