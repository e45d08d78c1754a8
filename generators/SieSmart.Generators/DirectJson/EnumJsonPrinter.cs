using System.Globalization;
using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.DirectJson;

/// <summary>Prints how enums are read and written.</summary>
internal static class EnumJsonPrinter
{
    private const string Values = "_Values";

    /// <summary>Prints a class that does it, beside the enum.</summary>
    public static void Print(EnumModel model, CSharpSource source)
    {
        var members = DistinctMembers(model).ToList();
        source.Document(new Documentation($"Reads and writes {model.Name} as JSON."));
        source.MarkGenerated();
        using (source.Body.Open($"internal static class {JsonCalls.EnumClass(model.Name)}"))
        {
            PrintRead(model, members, source);
            source.Body.Line();
            PrintWrite(model, source);
            source.Body.Line();
            if (model.IsFlags)
            {
                PrintFlagsText(model, source);
            }
            else
            {
                PrintText(model, source);
            }

            source.Body.Line();
            PrintValues(model, source);
        }
    }

    // Of several members with one name on the wire, Kiota reads the first.
    private static IEnumerable<EnumMemberModel> DistinctMembers(EnumModel model)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return model.Members.Where(member => names.Add(member.WireName));
    }

    private static void PrintRead(EnumModel model, List<EnumMemberModel> members, CSharpSource source)
    {
        var self = CSharpSource.Declared(model.Namespace + "." + model.Name);
        var reader = JsonCalls.Reader(source);
        using (source.Body.Open($"internal static {self}? Read(ref {source.Library("Utf8JsonReader")} reader)"))
        {
            using (source.Body.Open($"if (!{reader}.HasEnumText(ref reader))"))
            {
                source.Body.Line("return null;");
            }

            source.Body.Line();
            if (members.Count > 0)
            {
                source.Body.Line($"{source.Library("ReadOnlySpan")}<byte> text = {reader}.TextOf(ref reader);");
                using (source.Body.Open("switch (text.Length)"))
                {
                    foreach (var member in members.OrderBy(member => Utf8Literal.LengthOf(member.WireName)))
                    {
                        source.Body.Line($"case {Utf8Literal.LengthOf(member.WireName).ToString(CultureInfo.InvariantCulture)} when {JsonCalls.IsText("text", member.WireName, source)}:");
                        source.Body.Line($"    return {self}.{CSharpText.Identifier(member.Name)};");
                    }
                }

                source.Body.Line();
            }

            if (model.IsFlags && members.Count > 0)
            {
                PrintReadFlags(self, members, source);
            }
            else
            {
                source.Body.Line($"int index = {reader}.IndexOfOther(ref reader, {Values}.All);");
                source.Body.Line($"return index < 0 ? null : ({self})index;");
            }
        }
    }

    private static void PrintReadFlags(string self, List<EnumMemberModel> members, CSharpSource source)
    {
        source.Body.Line($"{self} flags = default;");
        using (source.Body.Open($"foreach (string part in {JsonCalls.Reader(source)}.ReadFlags(ref reader))"))
        using (source.Body.Open("switch (part)"))
        {
            foreach (var member in members)
            {
                source.Body.Line($"case {CSharpText.Literal(member.WireName)}:");
                source.Body.Line($"    flags |= {self}.{CSharpText.Identifier(member.Name)};");
                source.Body.Line("    break;");
            }

            source.Body.Line($"default:");
            source.Body.Line($"    int index = {JsonCalls.Reader(source)}.IndexOfOther(part, {Values}.All);");
            source.Body.Line("    if (index < 0)");
            source.Body.Line("    {");
            source.Body.Line("        return null;");
            source.Body.Line("    }");
            source.Body.Line();
            source.Body.Line($"    flags |= ({self})(1L << index);");
            source.Body.Line("    break;");
        }

        source.Body.Line();
        source.Body.Line("return flags;");
    }

    private static void PrintWrite(EnumModel model, CSharpSource source)
    {
        var self = CSharpSource.Declared(model.Namespace + "." + model.Name);
        using (source.Body.Open($"internal static void Write({source.Library("Utf8JsonWriter")} writer, {source.Library("JsonEncodedText")} name, {self}? value)"))
        using (source.Body.Open("if (value.HasValue)"))
        {
            source.Body.Line("writer.WriteString(name, TextOf(value.GetValueOrDefault()));");
        }

        source.Body.Line();
        using (source.Body.Open($"internal static void WriteValue({source.Library("Utf8JsonWriter")} writer, {self}? value)"))
        {
            using (source.Body.Open("if (value.HasValue)"))
            {
                source.Body.Line("writer.WriteStringValue(TextOf(value.GetValueOrDefault()));");
            }

            using (source.Body.Open("else"))
            {
                source.Body.Line("writer.WriteNullValue();");
            }
        }
    }

    // By their indices: a class of its own, which most programs never touch.
    private static void PrintValues(EnumModel model, CSharpSource source)
    {
        using (source.Body.Open($"private static class {Values}"))
        {
            source.Body.Line($"internal static readonly string[] All = new string[] {{ {string.Join(", ", model.Members.Select(member => CSharpText.Literal(member.WireName)))} }};");
        }
    }

    private static void PrintText(EnumModel model, CSharpSource source)
    {
        var self = CSharpSource.Declared(model.Namespace + "." + model.Name);
        using (source.Body.Open($"private static {source.Library("JsonEncodedText")} TextOf({self} value)"))
        {
            if (!model.Members.IsEmpty)
            {
                using (source.Body.Open("switch (value)"))
                {
                    foreach (var member in model.Members)
                    {
                        source.Body.Line($"case {self}.{CSharpText.Identifier(member.Name)}:");
                        source.Body.Line($"    return {JsonCalls.Names}._{member.Name}Name;");
                    }
                }

                source.Body.Line();
            }

            source.Body.Line($"throw {source.Library("DirectJsonWriter")}.UndefinedEnum(value);");
        }

        if (!model.Members.IsEmpty)
        {
            source.Body.Line();
            using (source.Body.Open($"private static class {JsonCalls.Names}"))
            {
                foreach (var member in model.Members)
                {
                    source.Body.Line($"internal static readonly {source.Library("JsonEncodedText")} _{member.Name}Name = {Utf8Literal.Encoded(member.WireName, source)};");
                }
            }
        }
    }

    private static void PrintFlagsText(EnumModel model, CSharpSource source)
    {
        var self = CSharpSource.Declared(model.Namespace + "." + model.Name);
        using (source.Body.Open($"private static string TextOf({self} value)"))
        {
            source.Body.Line("string text = \"\";");
            foreach (var member in model.Members)
            {
                var name = CSharpText.Literal(member.WireName);
                using (source.Body.Open($"if ((value & {self}.{CSharpText.Identifier(member.Name)}) != default({self}))"))
                {
                    source.Body.Line($"text = text.Length == 0 ? {name} : text + \",\" + {name};");
                }

                source.Body.Line();
            }

            source.Body.Line("return text;");
        }
    }
}
