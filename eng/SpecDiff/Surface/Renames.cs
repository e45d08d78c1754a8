using System.Text.RegularExpressions;

namespace SpecDiff.Surface;

/// <summary>
/// Finds types that have another name and are the same otherwise. Alike is not enough: something that is still there must have used
/// the one and use the other now.
/// </summary>
internal static class Renames
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The new full names by the old ones.</summary>
    public static IReadOnlyDictionary<string, string> Find(
        IReadOnlyList<SurfaceType> old, IReadOnlyList<SurfaceType> now, SurfaceSubjects oldSubjects, SurfaceSubjects newSubjects)
    {
        var names = now.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var oldNames = old.Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        var removed = old.Where(type => !names.Contains(type.FullName)).ToLookup(type => (Shape(type), oldSubjects.ShapeOf(type)));
        var added = now.Where(type => !oldNames.Contains(type.FullName)).ToLookup(type => (Shape(type), newSubjects.ShapeOf(type)));
        var uses = now.Where(type => oldNames.Contains(type.FullName)).SelectMany(type => type.Members.Select(member => (type.FullName, member.FullText))).ToHashSet();
        return removed
            .Where(group => group.Count() == 1 && added[group.Key].Count() == 1)
            .Select(group => (Old: group.Single().FullName, New: added[group.Key].Single().FullName))
            .Where(pair => old.Any(type => names.Contains(type.FullName) && type.Members.Any(member =>
                Replace(member.FullText, pair.Old, pair.New) is var text && text != member.FullText && uses.Contains((type.FullName, text)))))
            .ToDictionary(pair => pair.Old, pair => pair.New, StringComparer.Ordinal);
    }

    /// <summary>A type with the new names in place of the old ones.</summary>
    public static SurfaceType Apply(SurfaceType type, IReadOnlyDictionary<string, string> renames)
    {
        return renames.Count == 0 ? type : type with
        {
            FullName = renames.GetValueOrDefault(type.FullName, type.FullName),
            Bases = [.. type.Bases.Select(Use)],
            Members = [.. type.Members.Select(member => member with
            {
                Name = member.Kind == "constructor" && renames.TryGetValue(type.FullName, out var name) ? LastPart(name) : member.Name,
                Type = member.Type is null ? null : Use(member.Type),
                Parameters = [.. member.Parameters.Select(parameter => parameter with { Type = Use(parameter.Type) })],
            })],
        };

        SurfaceTypeUse Use(SurfaceTypeUse use) => renames.Aggregate(use, (current, rename) => current.Name.Contains(rename.Key, StringComparison.Ordinal)
            ? current with
            {
                Name = Replace(current.Name, rename.Key, rename.Value),
                Annotated = Replace(current.Annotated, rename.Key, rename.Value),
                Text = Replace(current.Text, LastPart(rename.Key), LastPart(rename.Value)),
            }
            : current);
    }

    private static string Shape(SurfaceType type) => string.Join("\n", type.Members
        .Select(member => Replace(member.FullText, type.FullName, "this"))
        .Select(text => Replace(text, type.Name, "this"))
        .Concat(type.Bases.Select(use => use.Annotated))
        .Prepend(type.Kind));

    private static string Replace(string text, string old, string now) => !text.Contains(old, StringComparison.Ordinal) ? text
        : Regex.Replace(text, @"(?<![\w.])" + Regex.Escape(old) + @"(?!\w)", now.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.CultureInvariant, MatchTimeout);

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];
}
