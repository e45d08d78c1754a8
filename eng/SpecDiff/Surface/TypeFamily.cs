namespace SpecDiff.Surface;

/// <summary>A type, and those that are named after it: those inside of it, and those that its properties need of their own.</summary>
/// <param name="Root">The type itself.</param>
/// <param name="Members">All of them, the root among them.</param>
internal sealed record TypeFamily(SurfaceType Root, IReadOnlyList<SurfaceType> Members)
{
    private const string This = "this";

    /// <summary>Whether these names tell the members apart.</summary>
    public bool HasDistinctNames => Members.Select(RelativeName).Distinct(StringComparer.Ordinal).Count() == Members.Count;

    /// <summary>Groups types by those that they are named after.</summary>
    public static IReadOnlyList<TypeFamily> Of(IReadOnlyList<SurfaceType> types)
    {
        var names = types.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var roots = types.ToDictionary(type => type.FullName, StringComparer.Ordinal);
        return [.. types.GroupBy(type => RootOf(type.FullName, names), StringComparer.Ordinal).Select(family => new TypeFamily(roots[family.Key], [.. family]))];
    }

    /// <summary>What a member is called apart from the name of the root.</summary>
    public string RelativeName(SurfaceType member) =>
        member.FullName[Root.FullName.Length..].Replace("." + Root.Name, "." + This, StringComparison.Ordinal);

    /// <summary>The whole family as text that has no name of it in it.</summary>
    /// <param name="stranger">What stands for the name of a type that has come or gone as well; null if it has not.</param>
    public string Shape(Func<string, string?> stranger)
    {
        var own = Members.ToDictionary(member => member.FullName, member => This + RelativeName(member), StringComparer.Ordinal);
        foreach (var member in Members)
        {
            // Constructors are called by the name alone.
            own.TryAdd(member.Name, This);
        }

        return string.Join('\n', Members
            .Select(member => RelativeName(member) + " " + Describe(member, name => own.GetValueOrDefault(name) ?? stranger(name)))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>A type as text.</summary>
    /// <param name="type">The type.</param>
    /// <param name="replacement">What stands for a name; null to keep it.</param>
    public static string Describe(SurfaceType type, Func<string, string?> replacement) => string.Join('\n', type.Members
        .Select(member => member.FullText)
        .Concat(type.Bases.Select(use => use.Annotated))
        .Select(text => TypeNames.Replace(text, replacement))
        .Order(StringComparer.Ordinal)
        .Prepend(type.Marks.Text + type.Kind));

    private static string RootOf(string name, HashSet<string> names)
    {
        for (var end = name.IndexOfAny(['.', '_']); end >= 0; end = name.IndexOfAny(['.', '_'], end + 1))
        {
            if (names.Contains(name[..end]))
            {
                return name[..end];
            }
        }

        return name;
    }
}
