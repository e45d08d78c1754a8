using System.Text.RegularExpressions;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping.Paths;

/// <summary>The names that come of a segment.</summary>
/// <param name="NamespacePart">The last part of the namespace.</param>
/// <param name="ClassPrefix">The class name without "RequestBuilder".</param>
/// <param name="BodyPrefix">What the names of unnamed bodies begin with.</param>
/// <param name="Navigation">The property or method on the parent; empty for an indexer.</param>
internal sealed record SegmentNames(string NamespacePart, string ClassPrefix, string BodyPrefix, string Navigation)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private static readonly HashSet<string> FileExtensions = new(["Json", "Xml", "Csv", "Yaml", "Yml", "Txt"], StringComparer.Ordinal);

    /// <summary>Names a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="parentPrefix">The prefix of the builder above.</param>
    public static SegmentNames Of(PathSegment segment, string parentPrefix) => segment.Kind switch
    {
        PathSegmentKind.Parameter => OfParameter(segment, parentPrefix),
        PathSegmentKind.Mixed => OfMixed(segment),
        _ => OfLiteral(segment),
    };

    private static SegmentNames OfParameter(PathSegment segment, string parentPrefix)
    {
        var parameter = segment.Parameters[0];
        var isPlain = parameter.All(character => character == '_' || char.IsLetterOrDigit(character));
        string prefix;
        if (segment.Extension is not null)
        {
            prefix = "With" + Identifiers.Pascal(parameter) + Identifiers.Pascal(segment.Extension);
        }
        else if (PathTree.WithoutId(parameter) is { Length: > 0 } name && Identifiers.Pascal(name) is { Length: > 0 } cleaned)
        {
            prefix = (isPlain ? "With" : "") + cleaned;
        }
        else
        {
            prefix = parentPrefix.Length > 0 ? parentPrefix : "WithId";
        }

        return new SegmentNames("Item", prefix + "Item", prefix, "");
    }

    private static SegmentNames OfMixed(PathSegment segment)
    {
        // "days={days}" names its parameter already, and quotes around it are no words.
        var text = Regex.Replace(segment.Text, @"[\w-]+\s*=\s*'?(?=\{)", "", RegexOptions.CultureInvariant, MatchTimeout);
        var words = Regex.Split(text, @"(?<parameter>\{[^{}]+\})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeout)
            .Select(part => part.StartsWith("{", StringComparison.Ordinal) ? "With" + Identifiers.Pascal(part) : Identifiers.Pascal(part));
        var name = string.Concat(words);
        return new SegmentNames(ReservedNames.NamespacePart(name), name, name, name);
    }

    private static SegmentNames OfLiteral(PathSegment segment)
    {
        if (segment.Text == "$value")
        {
            return new SegmentNames("Value", "Content", "Content", "Content");
        }

        var name = segment.Text.Length == 0 ? "EmptyPathSegment" : Identifiers.Pascal(segment.Text);
        if (name.Length == 0)
        {
            name = Identifiers.EnumMember(segment.Text);
        }

        return name switch
        {
            "Item" => new SegmentNames("Item_Escaped", "Item_Escaped", "Item_Escaped", name),
            "Models" => new SegmentNames("ModelsRequests", name, name, name),
            _ when FileExtensions.Contains(name) && string.Equals(name, segment.Text, StringComparison.OrdinalIgnoreCase)
                => new SegmentNames(name + "Escaped", name, name, name),
            _ => new SegmentNames(ReservedNames.NamespacePart(name), name, name, name),
        };
    }
}
