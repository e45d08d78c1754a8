namespace SieSmart.Generators.Shaping.Naming;

/// <summary>
/// Names the properties of one class as Kiota does, which compares names whatever their case: first apart from each other
/// and from those of the bases, then past what every object or exception has, and only then without underscores.
/// </summary>
/// <param name="className">The class as its schema is called.</param>
/// <param name="typeName">The class as it is called in C#.</param>
/// <param name="isInherited">Whether a property of a base had a name before its underscores went.</param>
internal sealed class PropertyNames(string className, string typeName, Func<string, bool> isInherited)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    /// <summary>Takes the next property.</summary>
    /// <param name="wireName">Its name on the wire.</param>
    /// <param name="isErrorMember">Whether it must not hide what exceptions have.</param>
    /// <returns>Its name while it still has underscores, which derived classes have to know.</returns>
    public string Add(string wireName, bool isErrorMember)
    {
        var plain = ReservedNames.ModelProperty(WordsOf(wireName));
        if (!Take(plain))
        {
            plain = Unique(className + Identifiers.Raise(plain));
        }

        _names.Add(ReservedNames.Escaped(plain, isErrorMember));
        return plain;
    }

    /// <summary>The name by which nothing but the property itself is meant.</summary>
    public static string Expected(string wireName) => Identifiers.FromSnakeCase(WordsOf(wireName));

    /// <summary>The final names, in the order in which the properties were added.</summary>
    /// <param name="reserved">Members that the class has besides.</param>
    public IReadOnlyList<string> Finish(IEnumerable<string> reserved)
    {
        var used = new HashSet<string>(_names, StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < _names.Count; index++)
        {
            var name = Identifiers.FromSnakeCase(_names[index]);
            if (used.Add(name) || string.Equals(name, _names[index], StringComparison.OrdinalIgnoreCase))
            {
                _names[index] = name;
            }
        }

        var unique = new UniqueNames(StringComparer.Ordinal);
        foreach (var name in reserved)
        {
            unique.Claim(name);
        }

        return _names.ConvertAll(name => unique.Claim(string.Equals(name, typeName, StringComparison.OrdinalIgnoreCase) ? name + "Prop" : name));
    }

    private static string WordsOf(string wireName)
    {
        var words = Identifiers.Property(wireName);
        return words.Length > 0 ? words : Identifiers.EnumMember(wireName);
    }

    private bool Take(string name) => !isInherited(name) && _taken.Add(name);

    private string Unique(string name)
    {
        var unique = name;
        for (var number = 0; !Take(unique); number++)
        {
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
