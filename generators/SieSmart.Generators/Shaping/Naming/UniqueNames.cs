using System.Globalization;

namespace SieSmart.Generators.Shaping.Naming;

/// <summary>Keeps names of one place apart: a name that is taken gets a number.</summary>
/// <param name="comparer">Which names are the same.</param>
/// <param name="firstNumber">The number of the second that takes a name.</param>
internal sealed class UniqueNames(StringComparer comparer, int firstNumber = 2)
{
    private readonly HashSet<string> _taken = new(comparer);

    /// <summary>Whether a name is taken.</summary>
    public bool Contains(string name) => _taken.Contains(name);

    /// <summary>Takes a name, or the first of it with a number behind it that is free.</summary>
    public string Claim(string name)
    {
        var unique = name;
        for (var number = firstNumber; !_taken.Add(unique); number++)
        {
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
