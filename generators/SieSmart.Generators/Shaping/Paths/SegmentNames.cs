using System.Text.RegularExpressions;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Paths;

/// <summary>The names that come of a segment.</summary>
/// <param name="NamespacePart">The last part of the namespace; empty if it has none of its own.</param>
/// <param name="ClassPrefix">The class name without "RequestBuilder".</param>
/// <param name="BodyPrefix">What the names of unnamed bodies begin with.</param>
/// <param name="Navigation">The property or method on the parent; empty for an indexer.</param>
internal sealed record SegmentNames(string NamespacePart, string ClassPrefix, string BodyPrefix, string Navigation)
{
    private const string With = "With";

    private static readonly HashSet<string> FileExtensions = new(["json", "xml", "csv", "yaml", "yml", "txt"], StringComparer.OrdinalIgnoreCase);

    // "{id}", "name(id={id})" and "name(id='{id}')"; the name before an equals sign says nothing that the parameter's doesn't.
    // Begun at the beginning of a word only, the search takes time in proportion to the text: a limit of time would let a slow machine
    // generate something else.
    private static readonly Regex Parameter = new(
        @"(?<!\w)(?>(?<prefix>\w+))?(?<equals>=?)'?\{(?<name>\w+)\}'?,?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    // OData's "name(ids=@ids)".
    private static readonly Regex ParameterAlias = new(
        @"=@(?<name>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    /// <summary>Names a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="previous">The segment before it, as written; empty if there is none.</param>
    public static SegmentNames Of(PathSegment segment, string previous)
    {
        if (segment.Text == "$value")
        {
            return new SegmentNames("Value", "Content", "Content", "Content");
        }

        if (segment.Text.Length == 0)
        {
            return new SegmentNames("", "EmptyPathSegment", "", "EmptyPathSegment");
        }

        var words = Words(segment.Text);
        var prefix = Joined(words, Parts(words));
        var @namespace = NamespaceOf(segment.Text, prefix);
        return segment.Kind switch
        {
            PathSegmentKind.Parameter => OfParameter(words, previous),
            PathSegmentKind.Mixed => new SegmentNames(ReservedNames.NamespacePart(@namespace), prefix, OfBody(words), prefix),
            _ when Identifiers.IsSpelled(segment.Text) && segment.Text.IndexOfAny(['+', '-']) < 0 => new SegmentNames(@namespace, "", "", prefix),
            _ => OfLiteral(segment.Text, @namespace, prefix, OfBody(words)),
        };
    }

    /// <summary>Hyphens only part words there, so a sign before a number says nothing.</summary>
    private static string NamespaceOf(string text, string prefix) =>
        text.TrimStart('-') is var unsigned && unsigned.Length > 0 && unsigned.Length < text.Length ? Joined(Words(unsigned), Parts(Words(unsigned))) : prefix;

    private static SegmentNames OfParameter(string words, string previous)
    {
        var name = PathTree.WithoutId(words);
        if (name == "{")
        {
            return new SegmentNames("Item", "Item", "", "");
        }

        if (name == With)
        {
            // "{id}" says nothing; the segment before it does.
            name = previous.Length > 0 ? previous.Substring(0, 1).ToUpperInvariant() + previous.Substring(1) : "WithId";
        }

        return new SegmentNames("Item", Joined(name, Parts(name)) + "Item", OfBody(name), "");
    }

    private static SegmentNames OfLiteral(string text, string @namespace, string name, string body)
    {
        if (string.Equals(name, "Item", StringComparison.OrdinalIgnoreCase))
        {
            return new SegmentNames("Item_Escaped", "Item_Escaped", body, name);
        }

        if (string.Equals(name, "Models", StringComparison.OrdinalIgnoreCase))
        {
            return new SegmentNames(name + "Requests", name, body, name);
        }

        return new SegmentNames(
            FileExtensions.Contains(text) ? name + "Escaped" : ReservedNames.NamespacePart(@namespace), name, body, name);
    }

    private static string OfBody(string words)
    {
        var parts = Parts(words);
        var named = parts.Length > 1 ? Array.FindAll(parts, part => !FileExtensions.Contains(part)) : parts;
        return Joined(words, named.Length == 0 ? parts : [named[named.Length - 1]]);
    }

    private static string Words(string text) =>
        Parameter.Replace(
            ParameterAlias.Replace(text, match => "={" + match.Groups["name"].Value + "}"),
            match => (match.Groups["equals"].Length == 0 ? match.Groups["prefix"].Value : "") + With + Identifiers.Raise(match.Groups["name"].Value))
            .Replace("(", "").Replace(")", "");

    private static string[] Parts(string words) => words.Split(['.'], StringSplitOptions.RemoveEmptyEntries);

    private static string Joined(string words, string[] parts)
    {
        var name = Identifiers.Pascal(string.Concat(parts.Select((part, index) => index == 0 ? part : Identifiers.Raise(part))));
        return name.Length > 0 ? name : Identifiers.EnumMember(words);
    }
}
