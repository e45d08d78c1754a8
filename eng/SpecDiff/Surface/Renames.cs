namespace SpecDiff.Surface;

/// <summary>
/// Finds types that have another name and are the same otherwise. Alike is not enough: something that is still there must have used
/// the one and use the other now.
/// </summary>
internal sealed class Renames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(TypeFamily Old, TypeFamily New)> _families = [];

    private Renames()
    {
    }

    /// <summary>The new full names by the old ones.</summary>
    public IReadOnlyDictionary<string, string> Types => _names;

    /// <summary>The types that others are named after: who renames them renames those as well.</summary>
    public IEnumerable<(SurfaceType Old, SurfaceType New)> Roots => _families.Select(pair => (pair.Old.Root, pair.New.Root));

    /// <summary>Finds those of two clients.</summary>
    public static Renames Find(IReadOnlyList<SurfaceType> old, IReadOnlyList<SurfaceType> now, SurfaceSubjects oldSubjects, SurfaceSubjects newSubjects)
    {
        var renames = new Renames();
        renames.Pair(Missing(old, now), Missing(now, old), oldSubjects, newSubjects);
        renames.KeepThoseThatAreTheSame();
        renames.KeepThoseThatAreUsedAlike(old, now);
        return renames;
    }

    /// <summary>A type with the new names in place of the old ones.</summary>
    public SurfaceType Apply(SurfaceType type)
    {
        return _names.Count == 0 ? type : type with
        {
            FullName = NewNameOf(type.FullName) ?? type.FullName,
            Bases = [.. type.Bases.Select(Use)],
            Members = [.. type.Members.Select(member => member with
            {
                Name = member.Kind == "constructor" && NewNameOf(type.FullName) is { } name ? TypeNames.LastPart(name) : member.Name,
                Type = member.Type is null ? null : Use(member.Type),
                Parameters = [.. member.Parameters.Select(parameter => parameter with { Type = Use(parameter.Type) })],
            })],
        };

        SurfaceTypeUse Use(SurfaceTypeUse use)
        {
            var shortNames = TypeNames.In(use.Name).Where(_names.ContainsKey).DistinctBy(TypeNames.LastPart, StringComparer.Ordinal)
                .ToDictionary(TypeNames.LastPart, name => TypeNames.LastPart(_names[name]), StringComparer.Ordinal);
            return shortNames.Count == 0 ? use : use with
            {
                Name = TypeNames.Replace(use.Name, NewNameOf),
                Annotated = TypeNames.Replace(use.Annotated, NewNameOf),
                Text = TypeNames.Replace(use.Text, shortNames.GetValueOrDefault),
            };
        }
    }

    private static List<SurfaceType> Missing(IReadOnlyList<SurfaceType> here, IReadOnlyList<SurfaceType> there)
    {
        var names = there.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        return [.. here.Where(type => !names.Contains(type.FullName))];
    }

    /// <summary>Pairs what looks alike, if nothing else could be meant.</summary>
    private void Pair(List<SurfaceType> removed, List<SurfaceType> added, SurfaceSubjects oldSubjects, SurfaceSubjects newSubjects)
    {
        var gone = removed.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var come = added.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var olds = TypeFamily.Of(removed).Where(family => family.HasDistinctNames).ToLookup(family => (family.Shape(name => gone.Contains(name) ? "?" : null), oldSubjects.ShapeOf(family.Root)));
        var news = TypeFamily.Of(added).Where(family => family.HasDistinctNames).ToLookup(family => (family.Shape(name => come.Contains(name) ? "?" : null), newSubjects.ShapeOf(family.Root)));
        foreach (var alike in olds.Where(group => group.Count() == 1 && news[group.Key].Count() == 1))
        {
            var (old, now) = (alike.Single(), news[alike.Key].Single());
            var members = now.Members.ToDictionary(now.RelativeName, StringComparer.Ordinal);
            _families.Add((old, now));
            foreach (var member in old.Members)
            {
                _names.Add(member.FullName, members[old.RelativeName(member)].FullName);
            }
        }
    }

    /// <summary>Until now they may use each other under any name: each must use what the other uses under its new one.</summary>
    private void KeepThoseThatAreTheSame()
    {
        while (_families.FindIndex(pair => !AreTheSame(pair.Old, pair.New)) is var other and >= 0)
        {
            Drop(other);
        }
    }

    private bool AreTheSame(TypeFamily old, TypeFamily now)
    {
        var members = now.Members.ToDictionary(member => member.FullName, StringComparer.Ordinal);
        return old.Members.All(member => members.TryGetValue(_names[member.FullName], out var other) &&
            TypeFamily.Describe(Apply(member), _ => null) == TypeFamily.Describe(other, _ => null));
    }

    private void KeepThoseThatAreUsedAlike(IReadOnlyList<SurfaceType> old, IReadOnlyList<SurfaceType> now)
    {
        var uses = now.SelectMany(type => type.Members.Select(member => (type.FullName, member.FullText))).ToHashSet();
        var names = now.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var certain = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<SurfaceType>(old.Where(type => names.Contains(type.FullName)));
        while (open.TryDequeue(out var user))
        {
            var renamed = Apply(user);
            var used = user.Members.Zip(renamed.Members)
                .Where(pair => uses.Contains((renamed.FullName, pair.Second.FullText)))
                .SelectMany(pair => TypeNames.In(pair.First.FullText))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var (family, _) in _families.Where(pair => pair.Old.Members.Any(member => used.Contains(member.FullName))))
            {
                if (certain.Add(family.Root.FullName))
                {
                    family.Members.ToList().ForEach(open.Enqueue);
                }
            }
        }

        while (_families.FindIndex(pair => !certain.Contains(pair.Old.Root.FullName)) is var other and >= 0)
        {
            Drop(other);
        }

        KeepThoseThatAreTheSame();
    }

    private void Drop(int index)
    {
        foreach (var member in _families[index].Old.Members)
        {
            _names.Remove(member.FullName);
        }

        _families.RemoveAt(index);
    }

    private string? NewNameOf(string name) => _names.GetValueOrDefault(name);
}
