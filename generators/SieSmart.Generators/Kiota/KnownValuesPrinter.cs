using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints the constants of open lists of values.</summary>
internal static class KnownValuesPrinter
{
    /// <summary>Prints a static class of constants.</summary>
    public static void Print(KnownValuesModel model, CSharpSource source)
    {
        source.Document(model.Documentation);
        source.MarkGenerated();
        using (source.Body.Open($"{source.Accessibility} static class {CSharpText.Identifier(model.Name)}"))
        {
            foreach (var value in model.Values)
            {
                source.Body.Line($"public const string {CSharpText.Identifier(value.Name)} = {CSharpText.Literal(value.Value)};");
            }
        }
    }
}
