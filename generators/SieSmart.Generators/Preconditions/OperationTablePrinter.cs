using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Preconditions;

/// <summary>Prints the list of a client's operations.</summary>
internal static class OperationTablePrinter
{
    /// <summary>Prints the class.</summary>
    public static void Print(OperationTableModel model, CSharpSource source)
    {
        source.Document(model.Documentation);
        source.MarkGenerated();
        using (source.Body.Open($"internal static class {CSharpText.Identifier(model.Name)}"))
        {
            OperationText.List("request builders and verbs", model.Fields.Select(CSharpSource.Declared), source);
        }
    }
}
