namespace SpecDiff.Surface;

/// <summary>A member of a type.</summary>
/// <param name="Kind"><c>constructor</c>, <c>method</c>, <c>property</c>, <c>field</c> or <c>event</c>.</param>
/// <param name="Name">Its name, with the number of type parameters as in <c>Map`1</c>.</param>
/// <param name="Modifiers">How it can be reached and overridden, as in <c>public static</c>.</param>
/// <param name="Type">What it gives; null for constructors.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Accessors">As in <c>{ get; set; }</c>; empty unless it is a property.</param>
/// <param name="Constant">Its value, if that is fixed.</param>
/// <param name="Marks">What callers are warned of.</param>
internal sealed record SurfaceMember(
    string Kind,
    string Name,
    string Modifiers,
    SurfaceTypeUse? Type,
    IReadOnlyList<SurfaceParameter> Parameters,
    string Accessors,
    string? Constant,
    SurfaceMarks Marks)
{
    /// <summary>What tells it from others of the same name.</summary>
    public string Signature => Name + "(" + string.Join(", ", Parameters.Select(parameter => parameter.Kind + " " + parameter.Type.Name)) + ")";

    /// <summary>The member as code, with short names; what all calls have at their ends is three dots.</summary>
    public string Text => Print(Type?.Text, Parameters.Select(parameter => IsUsual(parameter) ? "…" : parameter.Text).Distinct(StringComparer.Ordinal));

    /// <summary>The member as code, with full names.</summary>
    public string FullText => Marks.Text + Modifiers + " " + Print(Type?.Annotated, Parameters.Select(parameter => parameter.FullText));

    private static bool IsUsual(SurfaceParameter parameter) => parameter is { Name: "requestConfiguration" or "cancellationToken", Default: not null };

    private string Print(string? type, IEnumerable<string> parameters)
    {
        var list = string.Join(", ", parameters);
        var arguments = Kind is "method" or "constructor" ? "(" + list + ")" : list.Length > 0 ? "[" + list + "]" : "";
        return (type is null ? "" : type + " ") + Name.Split('`')[0] + arguments + (Accessors.Length > 0 ? " " + Accessors : "") + (Constant is null ? "" : " = " + Constant);
    }
}
