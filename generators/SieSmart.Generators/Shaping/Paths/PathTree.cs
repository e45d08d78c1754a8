using System.Text.RegularExpressions;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Paths;

/// <summary>Makes a tree of paths.</summary>
internal static class PathTree
{
    /// <summary>The root of the tree.</summary>
    public static PathNode Build(IEnumerable<PathItem> paths)
    {
        var root = new PathNode(parent: null, segment: null);
        foreach (var path in paths)
        {
            var node = root;
            foreach (var text in path.Template == "/" ? [] : path.Template.Substring(1).Split('/'))
            {
                var next = node.Child(text);
                if (next is null)
                {
                    next = new PathNode(node, PathSegment.Parse(text));
                    node.Add(next);
                }

                node = next;
            }

            node.Items.Add(path);
        }

        return MergeParameters(root, parent: null, root.Segment);
    }

    /// <summary>A parameter's name without the "id" at its end, with or without its brace.</summary>
    public static string WithoutId(string parameter) =>
        Regex.Replace(parameter, @"-?id\d?\}?$", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private static string CommonName(string parameter)
    {
        var name = Identifiers.Suffix(parameter);
        return (name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - "id".Length) : name) + "-id";
    }

    /// <summary>Sibling parameters become one: the same place can't have two indexers.</summary>
    private static PathNode MergeParameters(PathNode node, PathNode? parent, PathSegment? segment)
    {
        var merged = new PathNode(parent, segment);
        merged.Items.AddRange(node.Items);
        merged.ParameterNames.Clear();
        merged.ParameterNames.AddRange(node.ParameterNames);
        var groups = node.Children
            .GroupBy(child => child.Segment!.Kind == PathSegmentKind.Parameter ? "{}." + child.Segment.Extension : child.Segment.Text, StringComparer.Ordinal);
        var hasPlainParameter = node.Children.Any(child => child.Segment is { Kind: PathSegmentKind.Parameter, Extension: null });
        foreach (var group in groups)
        {
            // By their text with its braces, as Kiota sorts them: the first gives the name, and its operations win.
            var twins = group.OrderBy(child => child.Segment!.Text, StringComparer.OrdinalIgnoreCase).ToList();
            if (hasPlainParameter && twins[0].Segment!.Extension is not null)
            {
                // "{id}" and "{id}.csv" can't both be indexers.
                foreach (var twin in twins)
                {
                    merged.Add(MergeParameters(twin, merged, twin.Segment!.ToMethod()));
                }

                continue;
            }

            if (twins.Count == 1)
            {
                merged.Add(MergeParameters(twins[0], merged, twins[0].Segment));
                continue;
            }

            var names = twins.ConvertAll(twin => twin.Segment!.Parameters[0]);
            var union = new PathNode(merged, twins[0].Segment!.Rename(CommonName(names[0])));
            union.ParameterNames.Clear();
            union.ParameterNames.AddRange(names);
            foreach (var twin in twins)
            {
                union.Items.AddRange(twin.Items);
                foreach (var child in twin.Children)
                {
                    Graft(child, union);
                }
            }

            merged.Add(MergeParameters(union, merged, union.Segment));
        }

        return merged;
    }

    private static void Graft(PathNode node, PathNode onto)
    {
        var existing = onto.Child(node.Segment!.Text);
        if (existing is null)
        {
            existing = new PathNode(onto, node.Segment);
            onto.Add(existing);
        }

        existing.Items.AddRange(node.Items);
        foreach (var child in node.Children)
        {
            Graft(child, existing);
        }
    }
}
