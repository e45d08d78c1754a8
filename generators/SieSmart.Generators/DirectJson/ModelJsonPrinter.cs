using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.DirectJson;

/// <summary>Prints how model classes are read and written.</summary>
internal static class ModelJsonPrinter
{
    /// <summary>Prints a class.</summary>
    public static void Print(ClassModel model, CSharpSource source)
    {
        using (Open(model, source))
        {
            foreach (var property in model.Properties.Where(property => property.KeepsOthersAside))
            {
                source.Body.Line($"private string? {property.OtherField};");
                source.Body.Line();
            }

            PrintInterface(model, source);
            source.Body.Line();
            PrintFactory(model, model.Discriminator, model.BaseFullName is not null, source);
            source.Body.Line();
            PrintReadMember(model, source);
            source.Body.Line();
            PrintWriteMembers(model, source);
            PrintNames(model, source);
            if (!model.NestedTypes.IsEmpty)
            {
                source.Body.Line();
                WrapperJsonPrinter.Print(model.NestedTypes, source);
            }
        }
    }

    /// <summary>Prints a class that adds nothing to its base.</summary>
    public static void Print(OlderResponseModel model, CSharpSource source)
    {
        using (Open(model, source))
        {
            PrintInterface(model, source);
            source.Body.Line();
            PrintFactory(model, discriminator: null, isDerived: true, source);
        }
    }

    /// <summary>Opens the part of a class that has to do with JSON.</summary>
    public static IndentedWriter.Block Open(TypeModel model, CSharpSource source) =>
        source.Body.Open($"{source.Accessibility} partial class {CSharpText.Identifier(model.Name)} : {source.Library("IDirectJsonModel")}");

    /// <summary>Prints what an instance says of itself.</summary>
    public static void PrintForm(TypeModel model, string form, CSharpSource source)
    {
        var forms = source.Library("DirectJsonForm");
        source.Body.Line($"{forms} {source.Library("IDirectJsonModel")}.Form => ((object)this).GetType() == typeof({CSharpText.Identifier(model.Name)}) ? {forms}.{form} : {forms}.Foreign;");
    }

    /// <summary>Prints what the runtime calls to have it written.</summary>
    public static void PrintWriteCall(CSharpSource source) =>
        source.Body.Line($"void {source.Library("IDirectJsonModel")}.WriteJson({source.Library("Utf8JsonWriter")} writer) => {JsonCalls.WriteMembers}(writer);");

    private static void PrintInterface(TypeModel model, CSharpSource source)
    {
        PrintForm(model, "Model", source);
        source.Body.Line();
        using (source.Body.Open($"void {source.Library("IDirectJsonModel")}.ReadJson(ref {source.Library("Utf8JsonReader")} reader)"))
        {
            using (source.Body.Open($"while ({JsonCalls.Reader(source)}.ReadName(ref reader, out var name))"))
            using (source.Body.Open($"if (!{JsonCalls.ReadMember}(ref reader, name))"))
            {
                source.Body.Line($"{JsonCalls.Reader(source)}.ReadUnknown(ref reader, name, this);");
            }
        }

        source.Body.Line();
        PrintWriteCall(source);
    }

    /// <summary>Prints what makes a model of JSON.</summary>
    public static void PrintFactory(TypeModel model, DiscriminatorModel? discriminator, bool isDerived, CSharpSource source)
    {
        var self = CSharpText.Identifier(model.Name);
        using (source.Body.Open($"internal static {(isDerived ? "new " : "")}{self} {JsonCalls.FromJson}(ref {source.Library("Utf8JsonReader")} reader)"))
        {
            source.Body.Line($"{self} model = {(discriminator is null ? $"new {self}()" : "_Create(reader)")};");
            source.Body.Line($"{JsonCalls.Reader(source)}.ReadObject(ref reader, model);");
            source.Body.Line("return model;");
        }

        if (discriminator is not null)
        {
            source.Body.Line();
            PrintCreate(self, discriminator, source);
        }
    }

    private static void PrintCreate(string self, DiscriminatorModel discriminator, CSharpSource source)
    {
        using (source.Body.Open($"private static {self} _Create({source.Library("Utf8JsonReader")} reader)"))
        {
            using (source.Body.Open($"if ({JsonCalls.Reader(source)}.MoveToText(ref reader, {Utf8Literal.Of(discriminator.PropertyName, source)}))"))
            {
                foreach (var mapping in discriminator.Mappings)
                {
                    using (source.Body.Open($"if (reader.ValueTextEquals({Utf8Literal.Of(mapping.Value, source)}))"))
                    {
                        source.Body.Line($"return new {CSharpSource.Declared(mapping.TypeFullName)}();");
                    }
                }
            }

            source.Body.Line();
            source.Body.Line($"return new {self}();");
        }
    }

    private static void PrintReadMember(ClassModel model, CSharpSource source)
    {
        var hiding = model.BaseFullName is null ? "" : "new ";
        using (source.Body.Open($"internal {hiding}bool {JsonCalls.ReadMember}(ref {source.Library("Utf8JsonReader")} reader, {source.Library("ReadOnlySpan")}<byte> name)"))
        {
            if (!model.Properties.IsEmpty)
            {
                using (source.Body.Open("switch (name.Length)"))
                {
                    foreach (var property in model.Properties.OrderBy(property => Utf8Literal.LengthOf(property.WireName)))
                    {
                        source.Body.Line($"case {Utf8Literal.LengthOf(property.WireName).ToString(System.Globalization.CultureInfo.InvariantCulture)} when {JsonCalls.IsText("name", property.WireName, source)}:");
                        source.Body.Line($"    {CSharpText.Identifier(property.Name)} = reader.TokenType == {source.Library("JsonTokenType")}.Null ? {CSharpText.Identifier(property.Name)} : {JsonCalls.Read(property, source)};");
                        if (property.KeepsOthersAside)
                        {
                            source.Body.Line($"    {property.OtherField} = {CSharpText.Identifier(property.Name)}.HasValue || reader.TokenType != {source.Library("JsonTokenType")}.String ? null : {JsonCalls.Reader(source)}.ReadString(ref reader);");
                        }

                        source.Body.Line(property.KeepsOthers ? $"    return {CSharpText.Identifier(property.Name)}.HasValue || reader.TokenType != {source.Library("JsonTokenType")}.String;" : "    return true;");
                    }
                }

                source.Body.Line();
            }

            source.Body.Line(model.BaseFullName is null ? "return false;" : $"return base.{JsonCalls.ReadMember}(ref reader, name);");
        }
    }

    private static void PrintWriteMembers(ClassModel model, CSharpSource source)
    {
        var hiding = model.BaseFullName is null ? "" : "new ";
        using (source.Body.Open($"internal {hiding}void {JsonCalls.WriteMembers}({source.Library("Utf8JsonWriter")} writer)"))
        {
            if (model.BaseFullName is not null)
            {
                source.Body.Line($"base.{JsonCalls.WriteMembers}(writer);");
            }

            foreach (var property in model.Properties.Where(property => !property.IsReadOnly))
            {
                source.Body.Line(JsonCalls.Write(property, source));
                if (property.KeepsOthersAside)
                {
                    source.Body.Line($"{source.Library("DirectJsonWriter")}.Write(writer, {JsonCalls.Names}.{JsonCalls.NameField(property)}, {property.OtherField});");
                }
            }

            if (model.HasAdditionalData)
            {
                source.Body.Line($"{source.Library("DirectJsonWriter")}.WriteAdditionalData(writer, _additionalData);");
            }
        }
    }

    private static void PrintNames(ClassModel model, CSharpSource source)
    {
        var written = model.Properties.Where(property => !property.IsReadOnly).ToList();
        if (written.Count == 0)
        {
            return;
        }

        source.Body.Line();
        using (source.Body.Open($"private static class {JsonCalls.Names}"))
        {
            foreach (var property in written)
            {
                source.Body.Line($"internal static readonly {source.Library("JsonEncodedText")} {JsonCalls.NameField(property)} = {Utf8Literal.Encoded(property.WireName, source)};");
            }
        }
    }
}
