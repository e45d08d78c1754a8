using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Preconditions;

/// <summary>Prints the list of a client's operations.</summary>
internal static class OperationTablePrinter
{
    /// <summary>Prints the class.</summary>
    public static void Print(OperationTableModel model, SourceText source)
    {
        var type = source.Library("OperationDescription");
        source.Document(model.Documentation);
        source.MarkGenerated();
        using (source.Body.Open($"internal static class {CSharpText.Identifier(model.Name)}"))
        {
            source.Document(new Documentation("All operations, in the order of their request builders and verbs."));
            source.Body.Line($"public static {source.Library("IReadOnlyList")}<{type}> All {{ get; }} = new {type}[]");
            using (source.Body.Open("", "};"))
            {
                foreach (var field in model.Fields)
                {
                    source.Body.Line(SourceText.Declared(field) + ",");
                }
            }
        }
    }
}
