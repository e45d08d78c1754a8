using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>What the style of a parameter makes of its value, and what is said of those that nothing can be made of.</summary>
internal static class QueryStyles
{
    private const string AsText = "Kiota's requests have a text for it, which is sent as it is; where the API takes something else, give the whole address to WithUrl.";

    /// <summary>What joins the items of a list; null for the comma, and for lists whose items are sent one by one.</summary>
    public static string? DelimiterOf(Parameter parameter) => parameter.Explode ? null : parameter.Style switch
    {
        "pipeDelimited" => "|",
        "spaceDelimited" => " ",
        "tabDelimited" => "\t",
        _ => null,
    };

    /// <summary>
    /// Whether reserved characters stay in a value. A template can say so where the parameter is always sent; where it is not, or
    /// is a list, it can't.
    /// </summary>
    public static bool KeepsReserved(Parameter parameter) => parameter is { AllowsReserved: true, IsRequired: true } && IsText(parameter) && !ParameterTypes.IsList(ParameterTypes.Unwrap(parameter.Schema!));

    /// <summary>Reports what of a parameter can't be sent as the document says.</summary>
    public static void Check(Parameter parameter, FaultList faults)
    {
        if (parameter.Schema is null)
        {
            return;
        }

        if (parameter.Location == ParameterLocation.Path && parameter.Style is { } style and not "simple")
        {
            Report($"'style: {style}' of path parameter '{parameter.Name}'", "Its value is sent in the style 'simple', without a prefix; where the API needs one, make it part of the argument.");
        }
        else if (parameter.Location == ParameterLocation.Query)
        {
            CheckQuery();
        }

        void CheckQuery()
        {
            var isList = SchemaAnalysis.IsArray(SchemaAnalysis.Collapse(parameter.Schema));
            if (QueryObjects.ObjectOf(parameter) is { } members)
            {
                CheckObject(members);
            }
            else if (isList && SchemaAnalysis.Collapse(parameter.Schema).Items is { } items && !QueryObjects.IsScalar(items))
            {
                Report($"A list of {(SchemaAnalysis.IsArray(SchemaAnalysis.Collapse(items)) ? "lists" : "objects")} in query parameter '{parameter.Name}'", AsText);
            }
            else if (parameter.Style is not (null or "form") && !(isList && parameter.Style is "pipeDelimited" or "spaceDelimited" or "tabDelimited"))
            {
                Report($"'style: {parameter.Style}' of query parameter '{parameter.Name}', which is {(isList ? "a list" : "neither list nor object")},", "It is sent in the style 'form'.");
            }

            if (parameter.AllowsReserved && IsText(parameter) && !KeepsReserved(parameter))
            {
                Report(
                    $"'allowReserved' of query parameter '{parameter.Name}', which {(parameter.IsRequired ? "is a list" : "is not required")},",
                    "Reserved characters are percent-encoded, which servers read as the same value.");
            }
        }

        void CheckObject(Schema members)
        {
            if (parameter.Style != "deepObject" && !QueryObjects.IsSpread(parameter))
            {
                Report($"An object in query parameter '{parameter.Name}' with '{(parameter.Style is null or "form" ? "explode: false" : "style: " + parameter.Style)}'", AsText);
                return;
            }

            var properties = QueryObjects.PropertiesOf(members);
            foreach (var property in properties.Where(property => property.Name.Length == 0 || !QueryObjects.IsScalar(property.Schema)))
            {
                faults.Add(
                    DiagnosticRules.UnsupportedConstruct,
                    property.Schema.Position,
                    $"Member '{property.Name}' of query parameter '{parameter.Name}', which is a list or an object,",
                    "OpenAPI doesn't say how it is spelled, so it can't be set. Describe it as a parameter of its own, or give the whole address to WithUrl.");
            }

            if (properties.Count == 0 || members.Target.AdditionalProperties is AdditionalProperties.Described or AdditionalProperties.Allowed)
            {
                Report($"Query parameter '{parameter.Name}', an object some of whose members the document doesn't list,", "These members can't be set. List them as its properties, or give the whole address to WithUrl.");
            }
        }

        void Report(string what, string instead) => faults.Add(DiagnosticRules.UnsupportedConstruct, parameter.Position, what, instead);
    }

    /// <summary>Whether its values, or those of its items, are text, in which reserved characters can stand.</summary>
    private static bool IsText(Parameter parameter)
    {
        if (parameter.Schema is null || QueryObjects.ObjectOf(parameter) is not null)
        {
            return false;
        }

        var schema = ParameterTypes.Unwrap(parameter.Schema);
        return ParameterTypes.EnumOf(schema) is not null || ParameterTypes.ScalarOf(schema) == Model.TypeKind.String;
    }
}
