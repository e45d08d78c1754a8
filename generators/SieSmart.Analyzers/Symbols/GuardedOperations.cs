using Microsoft.CodeAnalysis;

namespace SieSmart.Analyzers.Symbols;

/// <summary>
/// What assemblies say of clients that others generated, which can't carry attributes of ours themselves. Read when it is first asked for.
/// Thread-safe.
/// </summary>
internal sealed class GuardedOperations
{
    private readonly Lazy<Dictionary<ITypeSymbol, Dictionary<string, GuardMark>>> _marks;
    private readonly Lazy<HashSet<ITypeSymbol>> _guards;

    /// <summary>Says where to look.</summary>
    /// <param name="attribute">The attribute that says it; null where the runtime is too old to have it.</param>
    /// <param name="assemblies">The assemblies that may say something.</param>
    public GuardedOperations(INamedTypeSymbol? attribute, Func<IEnumerable<IAssemblySymbol>> assemblies)
    {
        _marks = new(() => attribute is null ? new(SymbolEqualityComparer.Default) : Read(attribute, assemblies()));
        _guards = new(() => new HashSet<ITypeSymbol>(_marks.Value.Values.SelectMany(marks => marks.Values).Select(mark => mark.Guards), SymbolEqualityComparer.Default));
    }

    /// <summary>Whether anything is said of a type.</summary>
    public bool AreOf(ITypeSymbol? type) => type is not null && _marks.Value.ContainsKey(type);

    /// <summary>Whether a type holds guards: other extension methods are their author's business.</summary>
    public bool AreIn(ITypeSymbol? type) => type is not null && _guards.Value.Contains(type);

    /// <summary>What is said of a method; null if nothing.</summary>
    public GuardMark? MarkOf(IMethodSymbol method) =>
        method.ContainingType is { } type && _marks.Value.TryGetValue(type, out var marks) && marks.TryGetValue(method.Name, out var mark) ? mark : null;

    /// <summary>The extension methods of a name that guard a request builder.</summary>
    public IEnumerable<IMethodSymbol> GuardsOf(ITypeSymbol builder, string name) =>
        _marks.Value.TryGetValue(builder, out var marks)
            ? marks.Values.Select(mark => mark.Guards).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).SelectMany(guards => guards.GetMembers(name)).OfType<IMethodSymbol>()
            : [];

    private static Dictionary<ITypeSymbol, Dictionary<string, GuardMark>> Read(INamedTypeSymbol attribute, IEnumerable<IAssemblySymbol> assemblies)
    {
        var all = new Dictionary<ITypeSymbol, Dictionary<string, GuardMark>>(SymbolEqualityComparer.Default);
        foreach (var data in assemblies.SelectMany(assembly => assembly.GetAttributes()).Where(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)))
        {
            var arguments = data.ConstructorArguments;
            if (arguments.Length != 3
                || arguments[0].Value is not INamedTypeSymbol builder
                || arguments[1].Value is not string method
                || arguments[2].Value is not INamedTypeSymbol guards)
            {
                continue;
            }

            if (!all.TryGetValue(builder, out var marks))
            {
                all[builder] = marks = new(StringComparer.Ordinal);
            }

            marks[method] = new GuardMark(guards, Named(data, "RequiresIfMatch") is true, Named(data, "IsError") is true, Named(data, "VersionScope") as string);
        }

        return all;
    }

    private static object? Named(AttributeData data, string name) =>
        data.NamedArguments.FirstOrDefault(argument => string.Equals(argument.Key, name, StringComparison.Ordinal)).Value.Value;
}
