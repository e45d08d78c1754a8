using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints the names under which callers of older clients know response classes.</summary>
internal static class OlderResponsePrinter
{
    /// <summary>Prints a class that adds nothing to its base.</summary>
    public static void Print(OlderResponseModel model, CSharpSource source)
    {
        var self = CSharpSource.Declared(model.Namespace + "." + model.Name);
        source.Document(model.Documentation);
        source.MarkObsolete(model.Obsolete);
        source.MarkGenerated();
        using (source.Body.Open($"{source.Accessibility} partial class {CSharpText.Identifier(model.Name)} : {CSharpSource.Declared(model.BaseFullName)}, {source.Library("IParsable")}"))
        {
            source.Document(new Documentation("Creates an instance for a node."));
            source.DocumentParameter("parseNode", "The node that will be read into the instance.");
            using (source.Body.Open($"public static new {self} CreateFromDiscriminatorValue({source.Library("IParseNode")} parseNode)"))
            {
                source.Body.Line($"_ = parseNode ?? throw new {source.Library("ArgumentNullException")}(nameof(parseNode));");
                source.Body.Line($"return new {self}();");
            }
        }
    }
}
