using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Preconditions;

/// <summary>Prints the descriptions of the operations of a client that others generated.</summary>
internal static class OperationListPrinter
{
    /// <summary>Prints the class.</summary>
    public static void Print(OperationListModel model, CSharpSource source)
    {
        source.Document(model.Documentation);
        source.MarkGenerated();
        using (source.Body.Open($"internal static class {CSharpText.Identifier(model.Name)}"))
        {
            foreach (var operation in model.Operations)
            {
                OperationText.Describe(operation.FieldName, operation.Operation, source);
            }

            OperationText.List("names", model.Operations.Select(operation => operation.FieldName), source);
        }
    }
}
