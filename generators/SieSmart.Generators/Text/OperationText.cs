using SieSmart.Generators.Model;

namespace SieSmart.Generators.Text;

/// <summary>Writes what the runtime learns of operations.</summary>
internal static class OperationText
{
    /// <summary>Writes the field that describes an operation to the runtime.</summary>
    public static void Describe(string field, OperationModel operation, CSharpSource source)
    {
        var type = source.Library("OperationDescription");
        source.Body.Line($"internal static readonly {type} {field} = new {type}(");
        source.Body.Line($"    id: {CSharpText.Literal(operation.Id)}, method: {CSharpText.Literal(operation.Method)}, pathTemplate: {CSharpText.Literal(operation.PathTemplate)},");
        source.Body.Line($"    isGuarded: {Spelled(operation.Precondition == PreconditionKind.Guarded)}, versionScope: {(operation.VersionScope is null ? "null" : CSharpText.Literal(operation.VersionScope))}, isRetrySafe: {Spelled(operation.IsRetrySafe)}, isPathInferred: {Spelled(operation.IsPathInferred)});");
        source.Body.Line();
    }

    /// <summary>Writes the list of all of them.</summary>
    /// <param name="order">In which order they are.</param>
    /// <param name="fields">The expressions of their fields.</param>
    /// <param name="source">Where to write it.</param>
    public static void List(string order, IEnumerable<string> fields, CSharpSource source)
    {
        var type = source.Library("OperationDescription");
        source.Document(new Documentation($"All operations, in the order of their {order}."));
        source.Body.Line($"public static {source.Library("IReadOnlyList")}<{type}> All {{ get; }} = new {type}[]");
        using (source.Body.Open("", "};"))
        {
            foreach (var field in fields)
            {
                source.Body.Line(field + ",");
            }
        }
    }

    private static string Spelled(bool value) => value ? "true" : "false";
}
