using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints model classes.</summary>
internal static class ClassPrinter
{
    /// <summary>Prints a class.</summary>
    public static void Print(ClassModel model, CSharpSource source)
    {
        var bases = new[]
        {
            model.IsError ? source.Library("ApiException") : model.BaseFullName is null ? null : CSharpSource.Declared(model.BaseFullName),
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

    private static void PrintProperties(ClassModel model, CSharpSource source)
    {
        if (model.HasAdditionalData)
        {
            source.Document(new Documentation("Properties that the API's description does not name, by their names on the wire."));
            PrintAdditionalData(source);
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
            PrintProperty(property, source);
            source.Body.Line();
        }
    }

    private static void PrintProperty(PropertyModel property, CSharpSource source)
    {
        var head = $"public {(property.HidesInherited ? "new " : "")}{source.Nullable(property.Type)} {CSharpText.Identifier(property.Name)}";
        if (!(property.KeepsOthers || property.KeepsOthersAside) || !source.HasDirectJson)
        {
            source.Body.Line($"{head} {{ get; {(property.IsReadOnly ? "private set" : "set")}; }}");
            return;
        }

        // What came and is no value of it is under its name among the additional data, or in a field, until somebody sets it.
        var field = "_valueOf" + property.Name;
        var forget = property.KeepsOthersAside ? $"{property.OtherField} = null" : $"_additionalData?.Remove({CSharpText.Literal(property.WireName)})";
        source.Body.Line($"{head} {{ get => {field}; set {{ {field} = value; {forget}; }} }}");
        source.Body.Line();
        source.Body.Line($"private {source.Nullable(property.Type)} {field};");
    }

    private static void PrintAdditionalData(CSharpSource source)
    {
        var type = $"{source.Library("IDictionary")}<string, object>";
        if (!source.HasDirectJson)
        {
            source.Body.Line($"public {type} AdditionalData {{ get; set; }}");
            return;
        }

        // Most objects have none, and a dictionary is larger than many of them.
        source.Body.Line($"public {type} AdditionalData {{ get => _additionalData ??= new {source.Library("Dictionary")}<string, object>(); set => _additionalData = value; }}");
        source.Body.Line();
        source.Body.Line($"private protected {type}? _additionalData;");
    }

    private static void PrintConstructor(ClassModel model, CSharpSource source)
    {
        var defaults = model.Properties.Where(property => property.Default is not null).ToList();
        if (!model.HasAdditionalData && defaults.Count == 0 && model.Assigned.IsEmpty)
        {
            return;
        }

        source.Document(new Documentation("Creates an instance with the default values of the API's description."));
        using (source.Body.Open($"public {CSharpText.Identifier(model.Name)}(){(model.BaseFullName is null ? "" : " : base()")}"))
        {
            if (model.HasAdditionalData && !source.HasDirectJson)
            {
                source.Body.Line($"AdditionalData = new {source.Library("Dictionary")}<string, object>();");
            }

            foreach (var property in defaults)
            {
                source.Body.Line($"{CSharpText.Identifier(property.Name)} = {Value(property.Type, property.Default!, source)};");
            }

            foreach (var assigned in model.Assigned)
            {
                source.Body.Line($"{CSharpText.Identifier(assigned.PropertyName)} = {Value(assigned.Type, assigned.Value, source)};");
            }
        }

        source.Body.Line();
    }

    private static string Value(TypeReference type, DefaultValue value, CSharpSource source)
    {
        if (!type.IsCollection)
        {
            return Value(type, value.Text!, source);
        }

        var none = type.IsValueType ? "null" : "null!";
        var list = $"new {source.Required(type)}";
        return value.Items.IsEmpty
            ? list + "()"
            : $"{list} {{ {string.Join(", ", value.Items.Select(item => item.Text is { } text ? Value(type, text, source) : none))} }}";
    }

    private static string Value(TypeReference type, string value, CSharpSource source) => type.Kind switch
    {
        TypeKind.String => CSharpText.Literal(value),
        TypeKind.Int64 => value + "L",
        TypeKind.Single => value + "f",
        TypeKind.Double => value + "d",
        TypeKind.Decimal => value + "m",
        TypeKind.Guid => $"{source.Library("Guid")}.Parse({CSharpText.Literal(value)})",
        TypeKind.DateTimeOffset => $"{source.Library("DateTimeOffset")}.Parse({CSharpText.Literal(value)}, {source.Library("CultureInfo")}.InvariantCulture)",
        TypeKind.Date => $"new {source.Library("Date")}({value})",
        TypeKind.Time => $"new {source.Library("Time")}(new {source.Library("DateTime")}({value.TrimEnd('Z')}L{(value[value.Length - 1] == 'Z' ? $", {source.Library("DateTimeKind")}.Utc" : "")}))",
        TypeKind.TimeSpan => $"new {source.Library("TimeSpan")}({value}L)",
        TypeKind.ByteArray => value.Length == 0 ? "new byte[0]" : $"new byte[] {{ {value} }}",
        TypeKind.Enum => $"{source.Element(type)}.{CSharpText.Identifier(value)}",
        _ => value,
    };

    private static void PrintFactory(ClassModel model, CSharpSource source)
    {
        var self = CSharpSource.Declared(model.Namespace + "." + model.Name);
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
                        source.Body.Line($"{CSharpText.Literal(mapping.Value)} => new {CSharpSource.Declared(mapping.TypeFullName)}(),");
                    }

                    source.Body.Line($"_ => new {self}(),");
                }
            }
        }

        source.Body.Line();
    }

    private static void PrintFieldDeserializers(ClassModel model, CSharpSource source)
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

    private static string AsList(CSharpSource source)
    {
        source.Using("Microsoft.Kiota.Abstractions.Extensions");
        return "?.AsList()";
    }

    private static void PrintSerialize(ClassModel model, CSharpSource source)
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
