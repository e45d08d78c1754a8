using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints model classes.</summary>
internal static class ClassPrinter
{
    /// <summary>Prints a class.</summary>
    public static void Print(ClassModel model, SourceText source)
    {
        var bases = new[]
        {
            model.IsError ? source.Library("ApiException") : model.BaseFullName is null ? null : SourceText.Declared(model.BaseFullName),
            model.HasAdditionalData ? source.Library("IAdditionalDataHolder") : null,
            source.Library("IParsable"),
        };
        source.Document(model.Documentation);
        source.MarkObsolete(model.Obsolete);
        source.MarkGenerated();
        using (source.Body.Open($"{source.Accessibility} partial class {CSharpText.Identifier(model.Name)} : {string.Join(", ", bases.Where(type => type is not null))}"))
        {
            PrintProperties(model, source);
            PrintConstructor(model, source);
            PrintFactory(model, source);
            PrintFieldDeserializers(model, source);
            PrintSerialize(model, source);
            foreach (var nested in model.NestedTypes)
            {
                source.Body.Line();
                ComposedTypePrinter.Print(nested, source);
            }
        }
    }

    private static void PrintProperties(ClassModel model, SourceText source)
    {
        if (model.HasAdditionalData)
        {
            source.Document(new Documentation("Properties that the API's description does not name, by their names on the wire."));
            source.Body.Line($"public {source.Library("IDictionary")}<string, object> AdditionalData {{ get; set; }}");
            source.Body.Line();
        }

        if (model.ErrorMessage is not null)
        {
            source.Document(new Documentation("What went wrong, in the server's words where it has any."));
            source.Body.Line($"public override string Message {{ get => {model.ErrorMessage}; }}");
            source.Body.Line();
        }

        foreach (var property in model.Properties)
        {
            source.Document(property.Documentation);
            source.MarkObsolete(property.Obsolete);
            source.MarkInferred(property.IsInferred);
            source.Body.Line($"public {(property.HidesInherited ? "new " : "")}{source.Nullable(property.Type)} {CSharpText.Identifier(property.Name)} {{ get; {(property.IsReadOnly ? "private set" : "set")}; }}");
            source.Body.Line();
        }
    }

    private static void PrintConstructor(ClassModel model, SourceText source)
    {
        var defaults = model.Properties.Where(property => property.DefaultValue is not null).ToList();
        if (!model.HasAdditionalData && defaults.Count == 0)
        {
            return;
        }

        source.Document(new Documentation("Creates an instance with the default values of the API's description."));
        using (source.Body.Open($"public {CSharpText.Identifier(model.Name)}(){(model.BaseFullName is null ? "" : " : base()")}"))
        {
            if (model.HasAdditionalData)
            {
                source.Body.Line($"AdditionalData = new {source.Library("Dictionary")}<string, object>();");
            }

            foreach (var property in defaults)
            {
                source.Body.Line($"{CSharpText.Identifier(property.Name)} = {DefaultValue(property, source)};");
            }
        }

        source.Body.Line();
    }

    private static string DefaultValue(PropertyModel property, SourceText source)
    {
        var value = property.DefaultValue!;
        return property.Type.Kind switch
        {
            TypeKind.String => CSharpText.Literal(value),
            TypeKind.Int64 => value + "L",
            TypeKind.Single => value + "f",
            TypeKind.Decimal => value + "m",
            TypeKind.Guid => $"{source.Library("Guid")}.Parse({CSharpText.Literal(value)})",
            TypeKind.DateTimeOffset => $"{source.Library("DateTimeOffset")}.Parse({CSharpText.Literal(value)})",
            TypeKind.Date => $"new {source.Library("Date")}({source.Library("DateTimeOffset")}.Parse({CSharpText.Literal(value)}).Date)",
            TypeKind.Time => $"new {source.Library("Time")}({source.Library("DateTimeOffset")}.Parse({CSharpText.Literal(value)}).DateTime)",
            TypeKind.Enum => $"{source.Element(property.Type)}.{CSharpText.Identifier(value)}",
            _ => value,
        };
    }

    private static void PrintFactory(ClassModel model, SourceText source)
    {
        var self = SourceText.Declared(model.Namespace + "." + model.Name);
        source.Document(new Documentation("Creates the class that a node's discriminator names."));
        source.DocumentParameter("parseNode", "The node that will be read into the instance.");
        using (source.Body.Open($"public static {(model.BaseFullName is null ? "" : "new ")}{self} CreateFromDiscriminatorValue({source.Library("IParseNode")} parseNode)"))
        {
            source.Body.Line($"_ = parseNode ?? throw new {source.Library("ArgumentNullException")}(nameof(parseNode));");
            if (model.Discriminator is not { } discriminator)
            {
                source.Body.Line($"return new {self}();");
            }
            else
            {
                source.Body.Line($"var mappingValue = parseNode.GetChildNode({CSharpText.Literal(discriminator.PropertyName)})?.GetStringValue();");
                using (source.Body.Open("return mappingValue switch", "};"))
                {
                    foreach (var mapping in discriminator.Mappings)
                    {
                        source.Body.Line($"{CSharpText.Literal(mapping.Value)} => new {SourceText.Declared(mapping.TypeFullName)}(),");
                    }

                    source.Body.Line($"_ => new {self}(),");
                }
            }
        }

        source.Body.Line();
    }

    private static void PrintFieldDeserializers(ClassModel model, SourceText source)
    {
        var type = $"<string, {source.Library("Action")}<{source.Library("IParseNode")}>>";
        source.Document(new Documentation("The actions that read each property of the wire."));
        using (source.Body.Open($"public {(model.BaseFullName is null ? "virtual" : "override")} {source.Library("IDictionary")}{type} GetFieldDeserializers()"))
        {
            using (source.Body.Open($"return new {source.Library("Dictionary")}{type}({(model.BaseFullName is null ? "" : "base.GetFieldDeserializers()")})", "};"))
            {
                foreach (var property in model.Properties)
                {
                    source.Body.Line($"{{ {CSharpText.Literal(property.WireName)}, n => {{ {CSharpText.Identifier(property.Name)} = n.{WireMethods.Read(property.Type, source)}{(property.Type.IsCollection ? AsList(source) : "")}; }} }},");
                }
            }
        }

        source.Body.Line();
    }

    private static string AsList(SourceText source)
    {
        source.Using("Microsoft.Kiota.Abstractions.Extensions");
        return "?.AsList()";
    }

    private static void PrintSerialize(ClassModel model, SourceText source)
    {
        source.Document(new Documentation("Writes the instance to the wire."));
        source.DocumentParameter("writer", "Where to write.");
        using (source.Body.Open($"public {(model.BaseFullName is null ? "virtual" : "override")} void Serialize({source.Library("ISerializationWriter")} writer)"))
        {
            source.Body.Line($"_ = writer ?? throw new {source.Library("ArgumentNullException")}(nameof(writer));");
            if (model.BaseFullName is not null)
            {
                source.Body.Line("base.Serialize(writer);");
            }

            foreach (var property in model.Properties.Where(property => !property.IsReadOnly))
            {
                source.Body.Line($"writer.{WireMethods.Write(property.Type, source)}({CSharpText.Literal(property.WireName)}, {CSharpText.Identifier(property.Name)});");
            }

            if (model.HasAdditionalData)
            {
                source.Body.Line("writer.WriteAdditionalData(AdditionalData);");
            }
        }
    }
}
