using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>Prints the wrappers of unions.</summary>
internal static class ComposedTypePrinter
{
    /// <summary>Prints a wrapper.</summary>
    public static void Print(ComposedTypeModel model, CSharpSource source)
    {
        source.Document(model.Documentation);
        source.MarkObsolete(model.Obsolete);
        source.MarkGenerated();
        using (source.Body.Open($"{source.Accessibility} partial class {CSharpText.Identifier(model.Name)} : {source.Library("IComposedTypeWrapper")}, {source.Library("IParsable")}"))
        {
            foreach (var member in model.ObjectMembers.Concat(model.ValueMembers).OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                source.Document(new Documentation($"The alternative {member.Name}; null if it is another."));
                source.Body.Line($"public {source.Nullable(member.Type)} {CSharpText.Identifier(member.Name)} {{ get; set; }}");
                source.Body.Line();
            }

            PrintFactory(model, source);
            PrintFieldDeserializers(model, source);
            PrintSerialize(model, source);
        }
    }

    private static void PrintFactory(ComposedTypeModel model, CSharpSource source)
    {
        source.Document(new Documentation("Creates the wrapper and finds out which alternative a node is."));
        source.DocumentParameter("parseNode", "The node that will be read into the instance.");
        using (source.Body.Open($"public static {CSharpText.Identifier(model.Name)} CreateFromDiscriminatorValue({source.Library("IParseNode")} parseNode)"))
        {
            source.Body.Line($"_ = parseNode ?? throw new {source.Library("ArgumentNullException")}(nameof(parseNode));");
            var keyword = "if";
            if (model.Discriminator is { } discriminator)
            {
                source.Body.Line($"var mappingValue = parseNode.GetChildNode({CSharpText.Literal(discriminator.PropertyName)})?.GetStringValue();");
                source.Body.Line($"var result = new {CSharpText.Identifier(model.Name)}();");
                foreach (var mapping in discriminator.Mappings)
                {
                    var member = model.ObjectMembers.First(candidate => candidate.Type.FullName == mapping.TypeFullName);
                    using (source.Body.Open($"{keyword} ({CSharpText.Literal(mapping.Value)}.Equals(mappingValue, {source.Library("StringComparison")}.OrdinalIgnoreCase))"))
                    {
                        source.Body.Line($"result.{CSharpText.Identifier(member.Name)} = new {source.Element(member.Type)}();");
                    }

                    keyword = "else if";
                }
            }
            else
            {
                source.Body.Line($"var result = new {CSharpText.Identifier(model.Name)}();");
            }

            for (var index = 0; index < model.ValueMembers.Count; index++)
            {
                var member = model.ValueMembers[index];
                var variable = "value" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
                var pattern = source.Element(member.Type);
                var read = WireMethods.Read(member.Type, source);
                if (member.Type.IsCollection)
                {
                    source.Using("Microsoft.Kiota.Abstractions.Extensions");
                    pattern = source.Required(member.Type);
                    read += "?.AsList()";
                }

                using (source.Body.Open($"{keyword} (parseNode.{read} is {pattern} {variable})"))
                {
                    source.Body.Line($"result.{CSharpText.Identifier(member.Name)} = {variable};");
                }

                keyword = "else if";
            }

            if (!model.IsExclusive && model.ObjectMembers.Count > 0)
            {
                if (keyword == "if")
                {
                    PrintObjects(model, source);
                }
                else
                {
                    using (source.Body.Open("else"))
                    {
                        PrintObjects(model, source);
                    }
                }
            }

            source.Body.Line("return result;");
        }

        source.Body.Line();
    }

    private static void PrintObjects(ComposedTypeModel model, CSharpSource source)
    {
        foreach (var member in model.ObjectMembers)
        {
            source.Body.Line($"result.{CSharpText.Identifier(member.Name)} = {source.New(member)};");
        }
    }

    private static void PrintFieldDeserializers(ComposedTypeModel model, CSharpSource source)
    {
        var type = $"<string, {source.Library("Action")}<{source.Library("IParseNode")}>>";
        source.Document(new Documentation("The actions that read each property of the wire."));
        using (source.Body.Open($"public virtual {source.Library("IDictionary")}{type} GetFieldDeserializers()"))
        {
            if (model.IsExclusive)
            {
                foreach (var member in model.ObjectMembers)
                {
                    using (source.Body.Open($"if ({CSharpText.Identifier(member.Name)} != null)"))
                    {
                        source.Body.Line($"return {CSharpText.Identifier(member.Name)}.GetFieldDeserializers();");
                    }
                }
            }
            else if (model.ObjectMembers.Count > 0)
            {
                var objects = model.ObjectMembers.Select(member => CSharpText.Identifier(member.Name)).ToList();
                using (source.Body.Open($"if ({string.Join(" || ", objects.Select(name => name + " != null"))})"))
                {
                    source.Body.Line($"return {source.Library("ParseNodeHelper")}.MergeDeserializersForIntersectionWrapper({string.Join(", ", objects)});");
                }
            }

            source.Body.Line($"return new {source.Library("Dictionary")}{type}();");
        }

        source.Body.Line();
    }

    private static void PrintSerialize(ComposedTypeModel model, CSharpSource source)
    {
        source.Document(new Documentation("Writes the alternative that is set to the wire."));
        source.DocumentParameter("writer", "Where to write.");
        using (source.Body.Open($"public virtual void Serialize({source.Library("ISerializationWriter")} writer)"))
        {
            source.Body.Line($"_ = writer ?? throw new {source.Library("ArgumentNullException")}(nameof(writer));");
            var keyword = "if";
            foreach (var member in model.IsExclusive ? model.ObjectMembers.Concat(model.ValueMembers) : model.ValueMembers)
            {
                using (source.Body.Open($"{keyword} ({CSharpText.Identifier(member.Name)} != null)"))
                {
                    source.Body.Line($"writer.{WireMethods.Write(member.Type, source)}(null, {CSharpText.Identifier(member.Name)});");
                }

                keyword = "else if";
            }

            if (!model.IsExclusive && model.ObjectMembers.Count > 0)
            {
                var names = string.Join(", ", model.ObjectMembers.Select(member => CSharpText.Identifier(member.Name)));
                var write = $"writer.{WireMethods.Write(model.ObjectMembers[0].Type, source)}(null, {names});";
                if (keyword == "if")
                {
                    source.Body.Line(write);
                }
                else
                {
                    using (source.Body.Open("else"))
                    {
                        source.Body.Line(write);
                    }
                }
            }
        }
    }
}
