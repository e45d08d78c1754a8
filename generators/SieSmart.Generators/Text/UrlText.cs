using SieSmart.Generators.Model;

namespace SieSmart.Generators.Text;

/// <summary>Writes how values are spelled in an address, where Kiota's runtime throws, loses a part of them, or joins them otherwise.</summary>
internal static class UrlText
{
    // What parts parameters or begins something else would not arrive as a part of the value.
    private const string WithoutSeparators = ".Replace(\"%\", \"%25\").Replace(\"&\", \"%26\").Replace(\"#\", \"%23\").Replace(\"+\", \"%2B\")";

    /// <summary>An expression that makes text of a path parameter; the argument itself where Kiota's runtime spells it.</summary>
    /// <param name="type">The type of the argument.</param>
    /// <param name="argument">The argument, which is not null.</param>
    /// <param name="isNullable">Whether its type allows null all the same.</param>
    /// <param name="source">Where it is printed.</param>
    public static string OfArgument(TypeReference type, string argument, bool isNullable, CSharpSource source)
    {
        if (!IsForeign(type.Kind))
        {
            return argument;
        }

        return type.IsCollection
            ? $"{source.Library("Array")}.ConvertAll({argument}, item => {Spelled(type.Kind, "item!.Value", source)})"
            : Spelled(type.Kind, isNullable ? argument + ".Value" : argument, source);
    }

    /// <summary>Writes the statements that spell query parameters, once the request has them.</summary>
    public static void SpellQuery(ExecutorModel executor, CSharpSource source)
    {
        var index = 0;
        foreach (var parameter in executor.QueryParameters.Where(parameter => IsForeign(parameter.Type.Kind) || parameter.Delimiter is not null || parameter.IsReserved))
        {
            var value = $"value{++index}";
            var list = !parameter.Type.IsCollection ? "" : parameter.Type.IsValueType && parameter.Type.Kind != TypeKind.Enum ? "?[]" : "[]";
            using (source.Body.Open($"if (requestInfo.QueryParameters.TryGetValue({Key(parameter)}, out var any{index}) && any{index} is {source.Element(parameter.Type)}{list} {value})"))
            {
                if (parameter.Type.IsCollection)
                {
                    SpellList(parameter, value, source);
                }
                else
                {
                    Set(parameter, Spelled(parameter.Type.Kind, value, source) + (parameter.IsReserved ? WithoutSeparators : ""), source);
                }
            }
        }
    }

    private static void SpellList(QueryParameterModel parameter, string value, CSharpSource source)
    {
        var kind = parameter.Type.Kind;
        var items = kind == TypeKind.String ? value : $"{source.Library("Array")}.ConvertAll({value}, item => {Spelled(kind, kind == TypeKind.Enum ? "item" : "item!.Value", source)})";
        if (parameter.Delimiter is not { } delimiter)
        {
            Set(parameter, items, source);
            return;
        }

        if (kind == TypeKind.String)
        {
            using (source.Body.Open($"if ({source.Library("Array")}.Exists({value}, item => item.Contains({CSharpText.Literal(delimiter)})))"))
            {
                var message = $"An item of query parameter {parameter.Name} has a '{delimiter}' in it, which is what parts its items. Leave the item out, or give the whole address to WithUrl.";
                source.Body.Line($"throw new {source.Library("ArgumentException")}({CSharpText.Literal(message)}, nameof(requestConfiguration));");
            }

            source.Body.Line();
        }

        Set(parameter, $"string.Join({CSharpText.Literal(delimiter)}, {items})", source);
    }

    private static void Set(QueryParameterModel parameter, string value, CSharpSource source) => source.Body.Line($"requestInfo.QueryParameters[{Key(parameter)}] = {value};");

    private static string Key(QueryParameterModel parameter) => CSharpText.Literal(parameter.TemplateName ?? parameter.Name);

    private static bool IsForeign(TypeKind kind) => kind is TypeKind.TimeSpan or TypeKind.Time;

    private static string Spelled(TypeKind kind, string value, CSharpSource source) => kind switch
    {
        TypeKind.Time => $"{value}.DateTime.ToString(\"HH:mm:ss.FFFFFFF\", {source.Library("CultureInfo")}.InvariantCulture)",
        TypeKind.String => value,
        TypeKind.Enum => $"{source.Library("EnumHelpers")}.GetEnumStringValue({value})!",
        TypeKind.Date => value + ".ToString()",
        _ => $"{source.Library("XmlConvert")}.ToString({value})",
    };
}
