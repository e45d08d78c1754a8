using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.DirectJson;

/// <summary>The expressions by which the wrapper of a union tells its alternatives apart.</summary>
internal static class ChoiceCalls
{
    /// <summary>The class of the shapes of a wrapper's alternatives.</summary>
    public const string Shapes = "_Shapes";

    /// <summary>The field with the shape of an alternative.</summary>
    public static string ShapeField(ComposedTypeMember member) => $"_{member.Name}Shape";

    /// <summary>Whether a value may be an alternative that is no object.</summary>
    /// <param name="member">The alternative.</param>
    /// <param name="reader">The variable with the reader.</param>
    /// <param name="source">Where it is printed.</param>
    public static string Fits(ComposedTypeMember member, string reader, CSharpSource source)
    {
        var choice = source.Library("DirectJsonChoice");
        var kinds = Kinds(TypeKinds.Of(member.Type.Kind), source);
        return !member.Type.IsCollection ? $"{choice}.Fits({reader}, {kinds})"
            : member.Shape is null ? $"{choice}.IsListOf({reader}, {kinds})"
            : $"{choice}.IsListOf({reader}, {kinds}, {Shapes}.{ShapeField(member)})";
    }

    /// <summary>The expression that makes a shape.</summary>
    public static string Shape(ObjectShape shape, CSharpSource source)
    {
        var type = source.Library("DirectJsonShapeMember");
        var members = shape.Members.Select(member =>
            $"new {type}({string.Join(", ", new[] { CSharpText.Literal(member.WireName), Kinds(member.Kinds, source), member.IsRequired ? "true" : "false" }.Concat(member.Values.Select(CSharpText.Literal)))})");
        return $"new {source.Library("DirectJsonShape")}({string.Join(", ", members)})";
    }

    /// <summary>The expression of some kinds.</summary>
    public static string Kinds(JsonKinds kinds, CSharpSource source) =>
        string.Join(" | ", kinds.ToString().Split([", "], StringSplitOptions.None).Select(name => $"{source.Library("DirectJsonKinds")}.{name}"));
}
