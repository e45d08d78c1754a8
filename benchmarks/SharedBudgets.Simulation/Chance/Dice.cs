namespace SharedBudgets.Simulation.Chance;

/// <summary>
/// Random numbers that are the same for the same seed, on any machine and with any version of .NET: SplitMix64, and nothing of the
/// mathematics whose last digit is left to the processor.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of their own for a part, which keep their numbers when other parts come or go.</summary>
    public Dice For(int part) => new(Mix(_state + (0x9E3779B97F4A7C15UL * (ulong)(part + 1))));

    /// <summary>From 0 up to but not including 1.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>From one number to another, both included.</summary>
    public int Next(int least, int most) => least + (int)(Next() * (most - least + 1));

    public TimeSpan Next(TimeSpan least, TimeSpan most) => least + TimeSpan.FromTicks((long)(Next() * (most - least).Ticks));

    /// <summary>A time between two of many calls that know nothing of each other: exponentially distributed, by von Neumann's comparisons.</summary>
    /// <param name="mean">How long it is on average.</param>
    public TimeSpan NextGap(TimeSpan mean)
    {
        for (var whole = 0; ; whole++)
        {
            var first = Next();
            var (previous, length) = (first, 1);
            for (var next = Next(); next < previous; next = Next())
            {
                (previous, length) = (next, length + 1);
            }

            if (length % 2 == 1)
            {
                return TimeSpan.FromTicks((long)((whole + first) * mean.Ticks));
            }
        }
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
