using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;

namespace SieSmart.Generators.Text;

/// <summary>Writes one C# file: its head, the names of types in it, documentation and attributes.</summary>
/// <param name="style">What all files of the client share.</param>
/// <param name="dialect">What the code may use.</param>
internal sealed class CSharpSource(SourceStyle style, SourceDialect dialect)
{
    private static readonly string Version = typeof(CSharpSource).Assembly.GetName().Version.ToString(3);

    private static readonly string InferredPage = CSharpText.Literal(RulePages.Root + "SIE9001.md");

    private const string InferredMessage = "The vendor has not documented it: the server may ignore it, refuse it or call it something else";

    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal);
    private readonly IndentedWriter _body = new();

    /// <summary>Where the members go.</summary>
    public IndentedWriter Body => _body;

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public string Accessibility => style.Accessibility;

    /// <summary>Whether models read and write JSON by themselves.</summary>
    public bool HasDirectJson => style.HasDirectJson && dialect.HasDirectJson;

    /// <summary>Whether a literal can be UTF-8.</summary>
    public bool HasUtf8Literals => dialect.HasUtf8Literals;

    /// <summary>Whether overloads can be ranked.</summary>
    public bool RanksOverloads => dialect.RanksOverloads;

    /// <summary>The name of a library type: short with a using directive, or in full where the short one means something else.</summary>
    public string Library(string simpleName)
    {
        var @namespace = LibraryTypes.NamespaceOf(simpleName);
        if (style.ShadowedNames.Contains(simpleName))
        {
            return $"global::{@namespace}.{simpleName}";
        }

        _usings.Add(@namespace);
        return simpleName;
    }

    /// <summary>Makes the extension methods of a namespace available.</summary>
    public void Using(string @namespace) => _usings.Add(@namespace);

    /// <summary>A generated type.</summary>
    public static string Declared(string fullName) => "global::" + string.Join(".", fullName.Split('.').Select(CSharpText.Identifier));

    /// <summary>A type with nothing behind it: neither list nor question mark.</summary>
    public string Element(TypeReference type) => type.Kind switch
    {
        TypeKind.String => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Byte => "byte",
        TypeKind.SByte => "sbyte",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Single => "float",
        TypeKind.Double => "double",
        TypeKind.Decimal => "decimal",
        TypeKind.ByteArray => "byte[]",
        TypeKind.Untyped => Library("UntypedNode"),
        TypeKind.Enum or TypeKind.Object => Declared(type.FullName!),
        _ => Library(type.Kind.ToString()),
    };

    /// <summary>The expression that makes an alternative of a union.</summary>
    public string New(ComposedTypeMember member) =>
        $"new {Element(member.Type)}()" + (member.Unset.IsEmpty ? "" : $" {{ {string.Join(", ", member.Unset.Select(name => CSharpText.Identifier(name) + " = null"))} }}");

    /// <summary>A type as one item of a list or as a type argument: value types may be null.</summary>
    public string Item(TypeReference type) => Element(type) + (type.IsValueType ? "?" : "");

    /// <summary>A type that is never null, as a parameter has it; value types stay nullable.</summary>
    public string Required(TypeReference type) => type.IsCollection ? $"{Library("List")}<{Item(type)}>" : Item(type);

    /// <summary>A type that may be null, as a property or a result has it.</summary>
    public string Nullable(TypeReference type) => type.IsCollection ? $"{Library("List")}<{Item(type)}>?" : Element(type) + "?";

    /// <summary>A type as a query parameter has it: lists are arrays, and Kiota expands those of enums only if their items can't be null.</summary>
    public string ArrayOrNullable(TypeReference type) =>
        type.IsCollection ? (type.Kind == TypeKind.Enum ? Element(type) : Item(type)) + "[]?" : Nullable(type);

    /// <summary>Writes documentation.</summary>
    public void Document(Documentation documentation)
    {
        var hasSummary = !string.IsNullOrWhiteSpace(documentation.Summary);
        Tag("summary", hasSummary ? documentation.Summary! : documentation.Facts);
        Tag("remarks", (hasSummary ? documentation.Facts : "") + "\n\n" + documentation.Remarks);
        foreach (var example in documentation.Examples)
        {
            _body.Line($"/// <example><c>{CSharpText.Xml(example)}</c></example>");
        }

        if (documentation.Link is { } link)
        {
            _body.Line($"/// <seealso href=\"{CSharpText.Xml(link).Replace("\"", "&quot;")}\"/>");
        }
    }

    /// <summary>Writes the documentation of a parameter, on one line.</summary>
    public void DocumentParameter(string name, string words) => _body.Line($"/// <param name=\"{name}\">{MarkdownText.Line(words)}</param>");

    /// <summary>Writes the documentation of a parameter, on one line.</summary>
    public void DocumentParameter(string name, Documentation documentation) => DocumentParameter(name, (documentation.Summary + " " + documentation.Facts).Trim());

    /// <summary>Writes a documentation element, if there are words for it; several lines stand on lines of their own.</summary>
    public void Tag(string name, string words)
    {
        var lines = MarkdownText.Lines(words);
        if (lines.Count == 0)
        {
            return;
        }

        if (lines.Count == 1)
        {
            _body.Line($"/// <{name}>{lines[0]}</{name}>");
            return;
        }

        _body.Line($"/// <{name}>");
        foreach (var line in lines)
        {
            _body.Line("/// " + line);
        }

        _body.Line($"/// </{name}>");
    }

    /// <summary>Writes the attribute of a member that should not be used any more.</summary>
    public void MarkObsolete(string? why)
    {
        if (why is not null)
        {
            _body.Line($"[{Library("Obsolete")}({CSharpText.Literal(why)})]");
        }
    }

    /// <summary>Writes the attribute of a member that the vendor has not documented.</summary>
    public void MarkInferred(bool isInferred)
    {
        if (isInferred)
        {
            var message = dialect.HasExperimentalMessage ? $", Message = {CSharpText.Literal(InferredMessage)}" : "";
            _body.Line($"[{Library("Experimental")}(\"SIE9001\", UrlFormat = {InferredPage}{message})]");
        }
    }

    /// <summary>Writes the attribute that tells tools who wrote a type.</summary>
    public void MarkGenerated() =>
        _body.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"SieSmart.Generators\", \"{Version}\")]");

    /// <summary>
    /// What every file begins with. Types say what may be null; what happens inside of methods isn't analysed, which would be
    /// a good part of the compiler's work and is nobody's to act on.
    /// </summary>
    public static string Head { get; } =
        "// <auto-generated/>\n" +
        "#nullable enable annotations\n" +
        "#pragma warning disable CS0618 // Obsolete members stay usable inside the client\n" +
        "#pragma warning disable CS1591 // What the API's description says nothing of has no words here either\n" +
        "#pragma warning disable SIE9001 // Inferred members are marked for callers, not for the client itself\n";

    private IEnumerable<string> Namespaces => _usings
        .OrderBy(name => name.StartsWith("System", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>A file with this type alone.</summary>
    /// <param name="namespace">The namespace around the body.</param>
    public string ToFile(string @namespace)
    {
        var file = new IndentedWriter();
        foreach (var name in Namespaces)
        {
            file.Line($"using {name};");
        }

        file.Line();
        using (file.Open(NamespaceLine(@namespace)))
        {
            file.Lines(_body.ToString());
        }

        return Head + file;
    }

    /// <summary>The type as a part of a file that has others, of other namespaces, as well: its using directives stand inside.</summary>
    /// <param name="namespace">The namespace around the body.</param>
    public string ToSection(string @namespace)
    {
        var section = new IndentedWriter();
        section.Line();
        using (section.Open(NamespaceLine(@namespace)))
        {
            // Within a namespace a name means what is nearest: Api in Api.Api.V1, or System beside the builders of /system.
            foreach (var name in Namespaces)
            {
                section.Line($"using global::{name};");
            }

            section.Line();
            section.Lines(_body.ToString());
        }

        return section.ToString();
    }

    private static string NamespaceLine(string @namespace) => "namespace " + string.Join(".", @namespace.Split('.').Select(CSharpText.Identifier));
}
