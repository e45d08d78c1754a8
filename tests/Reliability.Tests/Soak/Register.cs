namespace Reliability.Tests.Soak;

/// <summary>What the one writer of a value was told: the values that it may have now. Used by one worker at a time.</summary>
internal sealed class Register(string of, string initial)
{
    private readonly HashSet<string> _possible = new(StringComparer.Ordinal) { initial };

    public void Write(string value, Effect effect)
    {
        if (effect == Effect.Applied)
        {
            _possible.Clear();
        }

        if (effect != Effect.None)
        {
            _possible.Add(value);
        }
    }

    /// <summary>Compares the register with the value that is there.</summary>
    public IEnumerable<string> Compare(string? value)
    {
        if (value is null || !_possible.Contains(value))
        {
            yield return $"{of}: is {value ?? "absent"}, and was reported as {string.Join(" or ", _possible)}";
        }
    }
}
