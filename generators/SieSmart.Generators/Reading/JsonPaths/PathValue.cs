using System.Globalization;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>A value as filters compare it. What is no scalar equals itself alone.</summary>
internal readonly record struct PathValue(PathValueKind Kind, string? Text, double Number, DocumentNode? Node)
{
    /// <summary>The value of a node.</summary>
    public static PathValue Of(DocumentNode? node) => node switch
    {
        null => new PathValue(PathValueKind.Nothing, Text: null, 0, Node: null),
        ScalarNode { IsNull: true } => new PathValue(PathValueKind.Null, Text: null, 0, Node: null),
        ScalarNode { IsPlain: true, Value: "true" or "false" } flag => new PathValue(PathValueKind.Flag, flag.Value, 0, Node: null),
        ScalarNode { IsPlain: true } number when double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) =>
            new PathValue(PathValueKind.Number, Text: null, value, Node: null),
        ScalarNode text => new PathValue(PathValueKind.Text, text.Value, 0, Node: null),
        _ => new PathValue(PathValueKind.Structure, Text: null, 0, node),
    };

    /// <summary>Below zero, zero or above it for numbers and for texts; zero for what can't be compared.</summary>
    public int OrderTo(PathValue other) => (Kind, other.Kind) switch
    {
        (PathValueKind.Number, PathValueKind.Number) => Number.CompareTo(other.Number),
        (PathValueKind.Text, PathValueKind.Text) => string.CompareOrdinal(Text, other.Text),
        _ => 0,
    };
}
