using System.Globalization;
using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.DirectJson;

/// <summary>Prints how the wrappers of unions are read and written.</summary>
internal static class WrapperJsonPrinter
{
    // What a value that is none of the alternatives is kept in.
    private const string Other = "_other";

    /// <summary>Prints wrappers that are nested in one type.</summary>
    public static void Print(EquatableArray<ComposedTypeModel> models, CSharpSource source)
    {
        for (var index = 0; index < models.Count; index++)
        {
            if (index > 0)
            {
                source.Body.Line();
            }

            Print(models[index], source);
        }
    }

    /// <summary>Prints a wrapper.</summary>
    public static void Print(ComposedTypeModel model, CSharpSource source)
    {
        using (ModelJsonPrinter.Open(model, source))
        {
            source.Body.Line($"private {source.Library("JsonElement")}? {Other};");
            source.Body.Line();
            ModelJsonPrinter.PrintForm(model, "Wrapper", source);
            source.Body.Line();
            PrintRead(model, source);
            source.Body.Line();
            ModelJsonPrinter.PrintWriteCall(source);
            source.Body.Line();
            ModelJsonPrinter.PrintFactory(model, discriminator: null, isDerived: false, source);
            source.Body.Line();
            PrintChoose(model, source);
            source.Body.Line();
            PrintReadMember(model, source);
            source.Body.Line();
            PrintWrite(model, source);
            PrintShapes(model, source);
        }
    }

    // Kiota's factory has chosen already where the wrapper is a whole body: by less than is known here.
    private static void PrintRead(ComposedTypeModel model, CSharpSource source)
    {
        using (source.Body.Open($"void {source.Library("IDirectJsonModel")}.ReadJson(ref {source.Library("Utf8JsonReader")} reader)"))
        {
            foreach (var member in model.ObjectMembers.Concat(model.ValueMembers))
            {
                source.Body.Line($"{CSharpText.Identifier(member.Name)} = null;");
            }

            source.Body.Line($"{Other} = null;");
            using (source.Body.Open("if (!_Choose(reader))"))
            {
                source.Body.Line($"{Other} = {JsonCalls.Reader(source)}.ReadOther(ref reader);");
                source.Body.Line("return;");
            }

            source.Body.Line();
            using (source.Body.Open($"if (reader.TokenType != {source.Library("JsonTokenType")}.StartObject)"))
            {
                source.Body.Line("reader.Skip();");
                source.Body.Line("return;");
            }

            source.Body.Line();
            using (source.Body.Open($"while ({JsonCalls.Reader(source)}.ReadName(ref reader, out var name))"))
            using (source.Body.Open($"if (!{JsonCalls.ReadMember}(ref reader, name))"))
            {
                source.Body.Line($"{JsonCalls.Reader(source)}.SkipUnknown(ref reader, name);");
            }
        }
    }

    private static void PrintChoose(ComposedTypeModel model, CSharpSource source)
    {
        using (source.Body.Open($"private bool _Choose({source.Library("Utf8JsonReader")} reader)"))
        {
            PrintDiscriminator(model, source);
            PrintValues(model, source);
            PrintObjects(model, source);
            PrintUntyped(model, source);
            source.Body.Line("return false;");
        }
    }

    private static void PrintDiscriminator(ComposedTypeModel model, CSharpSource source)
    {
        if (model.Discriminator is not { } discriminator)
        {
            return;
        }

        source.Body.Line($"string? mappingValue = {JsonCalls.Reader(source)}.FindText(reader, {Utf8Literal.Of(discriminator.PropertyName, source)});");
        foreach (var mapping in discriminator.Mappings)
        {
            var member = model.ObjectMembers.First(candidate => candidate.Type.FullName == mapping.TypeFullName);
            using (source.Body.Open($"if ({CSharpText.Literal(mapping.Value)}.Equals(mappingValue, {source.Library("StringComparison")}.OrdinalIgnoreCase))"))
            {
                PrintMake(member, source);
                source.Body.Line("return true;");
            }

            source.Body.Line();
        }
    }

    private static void PrintValues(ComposedTypeModel model, CSharpSource source)
    {
        for (var index = 0; index < model.ValueMembers.Count; index++)
        {
            var member = model.ValueMembers[index];
            var number = Number(index);
            var pattern = member.Type.IsCollection ? source.Required(member.Type) : source.Element(member.Type);
            source.Body.Line($"{source.Library("Utf8JsonReader")} reader{number} = reader;");
            var fits = ChoiceCalls.Fits(member, "reader" + number, source);
            var complete = member.Type is { IsCollection: true, IsParsable: false } ? $" && {source.Library("DirectJsonChoice")}.IsComplete(reader, value{number})" : "";
            using (source.Body.Open($"if ({fits} && {JsonCalls.Read(member.Type, "reader" + number, source)} is {pattern} value{number}{complete})"))
            {
                source.Body.Line($"{CSharpText.Identifier(member.Name)} = value{number};");
                source.Body.Line("return true;");
            }

            source.Body.Line();
        }
    }

    private static void PrintObjects(ComposedTypeModel model, CSharpSource source)
    {
        var objects = Objects(model);
        if (objects.Count == 0)
        {
            return;
        }

        if (model.IsExclusive)
        {
            var shapes = string.Join(", ", objects.Select(member => $"{ChoiceCalls.Shapes}.{ChoiceCalls.ShapeField(member)}"));
            using (source.Body.Open($"switch ({source.Library("DirectJsonChoice")}.BestOf(reader, {shapes}))"))
            {
                for (var index = 0; index < objects.Count; index++)
                {
                    source.Body.Line($"case {Number(index)}:");
                    source.Body.Line($"    {CSharpText.Identifier(objects[index].Name)} = {source.New(objects[index])};");
                    source.Body.Line("    return true;");
                }
            }
        }
        else
        {
            using (source.Body.Open($"if (reader.TokenType == {source.Library("JsonTokenType")}.StartObject)"))
            {
                PrintSeveral(objects.ConvertAll(member => member with { Unset = member.Unset.Concat(member.Preset).Distinct(StringComparer.Ordinal).ToEquatableArray() }), source);
                source.Body.Line("return true;");
            }
        }

        source.Body.Line();
    }

    // Of several at once those are made that it can be; what can be none of them is read as far as they go.
    private static void PrintSeveral(List<ComposedTypeMember> objects, CSharpSource source)
    {
        if (objects.Exists(member => member.Shape is null))
        {
            objects.ForEach(member => PrintMake(member, source));
            return;
        }

        for (var index = 0; index < objects.Count; index++)
        {
            source.Body.Line($"bool fits{Number(index)} = {source.Library("DirectJsonChoice")}.BestOf(reader, {ChoiceCalls.Shapes}.{ChoiceCalls.ShapeField(objects[index])}) == 0;");
        }

        source.Body.Line($"bool fitsNone = {string.Join(" && ", objects.Select((_, index) => "!fits" + Number(index)))};");
        for (var index = 0; index < objects.Count; index++)
        {
            using (source.Body.Open($"if (fits{Number(index)} || fitsNone)"))
            {
                PrintMake(objects[index], source);
            }

            source.Body.Line();
        }
    }

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static void PrintUntyped(ComposedTypeModel model, CSharpSource source)
    {
        if (model.ObjectMembers.FirstOrDefault(member => member.Type.Kind == TypeKind.Untyped) is not { } member)
        {
            return;
        }

        using (source.Body.Open($"if (reader.TokenType != {source.Library("JsonTokenType")}.Null)"))
        {
            source.Body.Line($"{CSharpText.Identifier(member.Name)} = {JsonCalls.Read(member.Type, "reader", source)};");
            source.Body.Line("return true;");
        }

        source.Body.Line();
    }

    private static void PrintMake(ComposedTypeMember member, CSharpSource source) =>
        source.Body.Line($"{CSharpText.Identifier(member.Name)} = {source.New(member)};");

    private static void PrintReadMember(ComposedTypeModel model, CSharpSource source)
    {
        using (source.Body.Open($"internal bool {JsonCalls.ReadMember}(ref {source.Library("Utf8JsonReader")} reader, {source.Library("ReadOnlySpan")}<byte> name)"))
        {
            foreach (var member in Objects(model))
            {
                var value = CSharpText.Identifier(member.Name);
                if (member.Overlaps)
                {
                    PrintTry(value, source);
                    continue;
                }

                var read = $"{value}.{JsonCalls.ReadMember}(ref reader, name)";
                using (source.Body.Open(model.IsExclusive ? $"if ({value} != null)" : $"if ({value} != null && {read})"))
                {
                    if (model.IsExclusive)
                    {
                        using (source.Body.Open($"if (!{read})"))
                        {
                            source.Body.Line($"{JsonCalls.Reader(source)}.ReadUnknown(ref reader, name, {value});");
                        }

                        source.Body.Line();
                    }

                    source.Body.Line("return true;");
                }

                source.Body.Line();
            }

            if (!model.IsExclusive)
            {
                PrintReadUnknown(model, source);
            }

            source.Body.Line("return false;");
        }
    }

    // What one of several objects can't read, another may that declares it differently; the last one says what is wrong.
    private static void PrintTry(string value, CSharpSource source)
    {
        using (source.Body.Open($"if ({value} != null)"))
        {
            source.Body.Line($"{source.Library("Utf8JsonReader")} start = reader;");
            using (source.Body.Open("try"))
            using (source.Body.Open($"if ({value}.{JsonCalls.ReadMember}(ref reader, name))"))
            {
                source.Body.Line("return true;");
            }

            using (source.Body.Open($"catch ({source.Library("JsonException")})"))
            {
                source.Body.Line("reader = start;");
            }
        }

        source.Body.Line();
    }

    // What none of several objects knows is kept by the first that can, and written with it.
    private static void PrintReadUnknown(ComposedTypeModel model, CSharpSource source)
    {
        foreach (var member in Objects(model))
        {
            using (source.Body.Open($"if ({CSharpText.Identifier(member.Name)} is {source.Library("IAdditionalDataHolder")})"))
            {
                source.Body.Line($"{JsonCalls.Reader(source)}.ReadUnknown(ref reader, name, {CSharpText.Identifier(member.Name)});");
                source.Body.Line("return true;");
            }

            source.Body.Line();
        }
    }

    private static void PrintWrite(ComposedTypeModel model, CSharpSource source)
    {
        using (source.Body.Open($"internal void {JsonCalls.WriteMembers}({source.Library("Utf8JsonWriter")} writer)"))
        {
            // What may be anything need not be an object, which is all that can be merged.
            var alone = model.ObjectMembers.Where(member => model.IsExclusive || member.Type.Kind == TypeKind.Untyped);
            foreach (var member in alone.Concat(model.ValueMembers))
            {
                using (source.Body.Open($"if ({CSharpText.Identifier(member.Name)} != null)"))
                {
                    source.Body.Line(JsonCalls.WriteValue(member, source));
                    source.Body.Line("return;");
                }

                source.Body.Line();
            }

            var merged = model.IsExclusive ? [] : Objects(model);
            if (merged.Count > 0)
            {
                var names = merged.ConvertAll(member => CSharpText.Identifier(member.Name));
                using (source.Body.Open($"if ({string.Join(" || ", names.Select(name => name + " != null"))})"))
                {
                    source.Body.Line($"{source.Library("DirectJsonWriter")}.WriteMerged(writer, {string.Join(", ", names)});");
                    source.Body.Line("return;");
                }

                source.Body.Line();
            }

            source.Body.Line($"{source.Library("DirectJsonWriter")}.WriteOther(writer, {Other});");
        }
    }

    private static void PrintShapes(ComposedTypeModel model, CSharpSource source)
    {
        var shaped = model.ValueMembers.Concat(Objects(model)).Where(member => member.Shape is not null).ToList();
        if (shaped.Count == 0)
        {
            return;
        }

        source.Body.Line();
        using (source.Body.Open($"private static class {ChoiceCalls.Shapes}"))
        {
            foreach (var member in shaped)
            {
                source.Body.Line($"internal static readonly {source.Library("DirectJsonShape")} {ChoiceCalls.ShapeField(member)} = {ChoiceCalls.Shape(member.Shape!, source)};");
            }
        }
    }

    /// <summary>
    /// The alternatives that are generated classes: of one that is chosen in the order of the document, of several at once as Kiota has them.
    /// </summary>
    private static List<ComposedTypeMember> Objects(ComposedTypeModel model) =>
        [.. model.ObjectMembers.Where(member => member.Type.Kind == TypeKind.Object).OrderBy(member => model.IsExclusive ? member.Position : 0)];
}
