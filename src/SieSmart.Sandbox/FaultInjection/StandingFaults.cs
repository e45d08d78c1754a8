using SieSmart.Sandbox.Faults;

namespace SieSmart.Sandbox.FaultInjection;

/// <summary>The faults of the options: each happens to each n-th request that it matches, or to some at random. Thread-safe.</summary>
internal sealed class StandingFaults
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<Fault> _faults;
    private readonly int[] _matches;
    private readonly Random _random;

    public StandingFaults(SandboxOptions options)
    {
        _faults = options.Latency > TimeSpan.Zero ? [Fault.Latency(options.Latency), .. options.Faults] : options.Faults;
        _matches = new int[_faults.Count];
        _random = new Random(options.FaultSeed);
    }

    public IReadOnlyList<Fault> Take(string method, string path)
    {
        lock (_gate)
        {
            return [.. _faults.Where((fault, index) => fault.Matches(method, path) && IsDue(fault, index))];
        }
    }

    private bool IsDue(Fault fault, int index) =>
        ++_matches[index] % fault.Period == 0 && (fault.Probability >= 1 || _random.NextDouble() < fault.Probability);
}
