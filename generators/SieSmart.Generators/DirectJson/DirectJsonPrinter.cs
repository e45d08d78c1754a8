using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.DirectJson;

/// <summary>Prints, behind a type, how it is read from and written to JSON directly.</summary>
internal static class DirectJsonPrinter
{
    /// <summary>Prints it; nothing for a type that is no JSON.</summary>
    public static void Print(TypeModel type, CSharpSource source)
    {
        switch (type)
        {
            case ClassModel model:
                source.Body.Line();
                ModelJsonPrinter.Print(model, source);
                break;
            case OlderResponseModel model:
                source.Body.Line();
                ModelJsonPrinter.Print(model, source);
                break;
            case ComposedTypeModel model:
                source.Body.Line();
                WrapperJsonPrinter.Print(model, source);
                break;
            case EnumModel { IsInJson: true } model:
                source.Body.Line();
                EnumJsonPrinter.Print(model, source);
                break;
            case RequestBuilderModel { NestedTypes.IsEmpty: false } model:
                source.Body.Line();
                using (source.Body.Open($"{source.Accessibility} partial class {CSharpText.Identifier(model.Name)}"))
                {
                    WrapperJsonPrinter.Print(model.NestedTypes, source);
                }

                break;
        }
    }
}
