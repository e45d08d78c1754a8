using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>All types of a client. Keeps their names apart.</summary>
internal sealed class TypeRegistry(FaultList faults)
{
    private readonly List<TypeDraft> _types = [];

    // Ignoring case: file names do on some systems, and so do hint names.
    private readonly UniqueNames _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The types that have a file of their own, in the order in which they were added.</summary>
    public IReadOnlyList<TypeDraft> Types => _types;

    /// <summary>The name, or the name with a number if it is taken; says so among the faults.</summary>
    public string Claim(string @namespace, string name, TextPosition position)
    {
        var fullName = @namespace + "." + name;
        var unique = _names.Claim(fullName).Substring(@namespace.Length + 1);
        if (unique != name)
        {
            faults.Add(DiagnosticRules.RenamedType, position, fullName, "taken already", unique, "one of the two");
        }

        return unique;
    }

    /// <summary>Whether a type of that name, whatever its case, is there already.</summary>
    public bool IsTaken(string fullName) => _names.Contains(fullName);

    /// <summary>Adds a type whose name was claimed.</summary>
    public T Add<T>(T type)
        where T : TypeDraft
    {
        _types.Add(type);
        return type;
    }

    /// <summary>
    /// Moves a type into the namespace of its own name where there is one (model <c>Fleet</c> beside <c>Fleet.Ship</c>
    /// becomes <c>Fleet.Fleet</c>): C# can't tell a type from a namespace of the same name.
    /// </summary>
    public void MoveTypesNamedLikeNamespaces()
    {
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in _types)
        {
            for (var name = type.Namespace; namespaces.Add(name) && name.LastIndexOf('.') is > 0 and var dot;)
            {
                name = name.Substring(0, dot);
            }
        }

        foreach (var type in _types.Where(type => namespaces.Contains(type.FullName)))
        {
            type.Namespace = type.FullName;
        }
    }
}
