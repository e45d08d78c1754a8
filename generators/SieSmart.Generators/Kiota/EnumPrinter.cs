using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints enums.</summary>
internal static class EnumPrinter
{
    /// <summary>Prints an enum.</summary>
    public static void Print(EnumModel model, CSharpSource source)
    {
        source.Document(model.Documentation);
        source.MarkObsolete(model.Obsolete);
        source.MarkGenerated();
        if (model.IsFlags)
        {
            source.Body.Line($"[{source.Library("Flags")}]");
        }

        using (source.Body.Open($"{source.Accessibility} enum {CSharpText.Identifier(model.Name)}"))
        {
            for (var index = 0; index < model.Members.Count; index++)
            {
                var member = model.Members[index];
                source.Document(member.Documentation);
                source.Body.Line($"[{source.Library("EnumMember")}(Value = {CSharpText.Literal(member.WireName)})]");
                source.Body.Line(CSharpText.Identifier(member.Name) + (model.IsFlags ? " = " + (1L << index).ToString(System.Globalization.CultureInfo.InvariantCulture) : "") + ",");
            }
        }
    }
}
