using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Where components go: dots in a name make namespaces, after what all dotted names have in common is cut off.</summary>
internal sealed class ComponentNames
{
    private readonly string _root;
    private readonly int _commonParts;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public ComponentNames(string root, IReadOnlyList<Schema> components)
    {
        _root = root;
        var prefixes = components
            .Select(component => component.ComponentName!.Split('.'))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts.Take(parts.Length - 1).ToArray())
            .ToList();
        if (prefixes.Count > 0)
        {
            _commonParts = prefixes.Min(parts => parts.Length);
            for (var index = 0; index < _commonParts; index++)
            {
                if (prefixes.Exists(parts => parts[index] != prefixes[0][index]))
                {
                    _commonParts = index;
                }
            }
        }

        foreach (var component in components)
        {
            _taken.Add(NamespaceOf(component.ComponentName!) + "." + TypeNameOf(component.ComponentName!));
        }
    }

    /// <summary>Whether a component, reached or not, has a name, whatever its case.</summary>
    public bool IsTaken(string @namespace, string name) => _taken.Contains(@namespace + "." + name);

    /// <summary>The type that a component is: those whose names differ only in what is cut off are one.</summary>
    public string TypeOf(string component) => NamespaceOf(component) + "." + component.Substring(component.LastIndexOf('.') + 1);

    /// <summary>The namespace of a component.</summary>
    public string NamespaceOf(string component)
    {
        var parts = component.Split('.');
        var inner = parts.Take(parts.Length - 1).Skip(_commonParts).Select(Identifiers.Pascal).Where(part => part.Length > 0);
        return string.Join(".", new[] { _root, "Models" }.Concat(inner));
    }

    /// <summary>The name of a component's type.</summary>
    public static string TypeNameOf(string component)
    {
        var parts = component.Split('.');
        var name = Identifiers.Pascal(parts[parts.Length - 1]);
        return name.Length > 0 ? name : Identifiers.EnumMember(component);
    }
}
