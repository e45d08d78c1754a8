using System.Text.RegularExpressions;

namespace SieSmart.Generators.Shaping.Paths;

/// <summary>A part of a path between slashes.</summary>
internal sealed class PathSegment
{
    private static readonly Regex ParameterPattern = new(
        @"\{(?<name>[^{}]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    private static readonly Regex SingleParameterPattern = new(
        @"^\{(?<name>[^{}]+)\}(\.(?<extension>json|yaml|yml|csv|txt))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    private PathSegment(string text, PathSegmentKind kind, IReadOnlyList<string> parameters, string? extension)
    {
        Text = text;
        Kind = kind;
        Parameters = parameters;
        Extension = extension;
    }

    /// <summary>The segment as written.</summary>
    public string Text { get; }

    public PathSegmentKind Kind { get; }

    /// <summary>The names of its parameters, in order.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The file name extension behind a single parameter, or null.</summary>
    public string? Extension { get; }

    /// <summary>Takes a segment apart.</summary>
    public static PathSegment Parse(string text)
    {
        var single = SingleParameterPattern.Match(text);
        if (single.Success)
        {
            var extension = single.Groups["extension"];
            return new PathSegment(text, PathSegmentKind.Parameter, [single.Groups["name"].Value], extension.Success ? extension.Value : null);
        }

        var parameters = ParameterPattern.Matches(text).Cast<Match>().Select(match => match.Groups["name"].Value).ToList();
        return new PathSegment(text, parameters.Count > 0 ? PathSegmentKind.Mixed : PathSegmentKind.Literal, parameters, extension: null);
    }

    /// <summary>A single parameter of another name.</summary>
    public PathSegment Rename(string parameter) => Parse("{" + parameter + "}" + (Extension is null ? "" : "." + Extension));

    /// <summary>The same segment as a method instead of an indexer.</summary>
    public PathSegment ToMethod() => new(Text, PathSegmentKind.Mixed, Parameters, extension: null);

    /// <summary>The segment with every parameter's name, and nothing else, replaced.</summary>
    public string Replace(Func<string, string> replacement) =>
        ParameterPattern.Replace(Text, match => "{" + replacement(match.Groups["name"].Value) + "}");
}
