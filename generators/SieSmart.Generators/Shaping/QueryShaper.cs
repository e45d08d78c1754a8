using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;

namespace SieSmart.Generators.Shaping;

/// <summary>Makes properties and URL templates of query parameters.</summary>
internal sealed class QueryShaper(ClientOptions options, TypeShaper types, FaultList faults)
{
    /// <summary>The query parameters of an operation, those of its path included, each name once.</summary>
    public static List<Parameter> ParametersOf(Operation operation, PathItem path) =>
        operation.Parameters.Concat(path.Parameters)
            .Where(parameter => parameter.Location == ParameterLocation.Query)
            .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();

    /// <summary>
    /// The query part that serves all operations of a path: what all of them require is literal, what only some require
    /// is left out, and they bring a template of their own.
    /// </summary>
    public static string CommonTemplate(IReadOnlyList<List<Parameter>> operations)
    {
        var required = operations.Count == 0
            ? []
            : operations[0].Where(parameter => operations.All(others => others.Exists(other => other.IsRequired && other.Name == parameter.Name))).ToList();
        var optional = operations
            .SelectMany(parameters => parameters)
            .Where(parameter => !parameter.IsRequired && !required.Exists(other => other.Name == parameter.Name))
            .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(group => group.First());
        return Template(required, optional);
    }

    /// <summary>The query part of one operation; null if the common one serves it.</summary>
    public static string? OwnTemplate(List<Parameter> parameters, IReadOnlyList<List<Parameter>> operations) =>
        parameters.Where(parameter => parameter.IsRequired)
            .All(parameter => operations.All(others => others.Exists(other => other.IsRequired && other.Name == parameter.Name)))
            ? null
            : Template(parameters.Where(parameter => parameter.IsRequired), parameters.Where(parameter => !parameter.IsRequired));

    /// <summary>The properties of an operation's query parameters.</summary>
    public List<QueryParameterDraft> Shape(IEnumerable<Parameter> parameters, string verb, RequestBuilderDraft builder)
    {
        var drafts = new List<QueryParameterDraft>();
        var names = new UniqueNames(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var name = Identifiers.QueryParameter(parameter.Name);
            if (name.Length == 0)
            {
                name = Identifiers.EnumMember(parameter.Name);
            }

            var plain = name;
            name = ReservedNames.HidesInherited(name, isError: false) ? name + "Property" : name;
            var type = TypeOf(parameter, verb, builder);
            if (options.IsBackwardCompatible && type is { Kind: TypeKind.Enum, Declaration: { } declaration })
            {
                // Older clients took the values of an enum as text, under the plain name.
                var typed = $"{name}As{declaration.Name}";
                Add(name, TypeUse.String with { IsCollection = type.IsCollection }, parameter.Deprecation ?? $"Use {typed} instead.");
                Add(typed, type, parameter.Deprecation);
            }
            else
            {
                Add(name, type, parameter.Deprecation);
            }

            void Add(string property, TypeUse propertyType, string? obsolete)
            {
                var unique = names.Claim(property);
                if (unique != property || property == plain + "Property")
                {
                    faults.Add(DiagnosticRules.RenamedMember, parameter.Position, parameter.Name, $"the query of {builder.Name}", unique, plain);
                }

                var templateName = UrlTemplates.Encode(parameter.Name);
                drafts.Add(new QueryParameterDraft(
                    unique,
                    string.Equals(unique, templateName, StringComparison.OrdinalIgnoreCase) ? null : templateName,
                    propertyType,
                    Descriptions.Of(parameter.Description, $"The query parameter {parameter.Name}."),
                    obsolete));
            }
        }

        return drafts;
    }

    private TypeUse TypeOf(Parameter parameter, string verb, RequestBuilderDraft builder)
    {
        if (parameter.Schema is null)
        {
            return TypeUse.String;
        }

        var isList = ParameterTypes.IsList(parameter.Schema);
        var name = verb + Identifiers.Pascal(parameter.Name) + "QueryParameterType";
        var type = ParameterTypes.EnumOf(parameter.Schema) is { } values
            ? types.Use(values, new TypeName(builder.Namespace, name, name, Enclosing: null))
            : new TypeUse(ParameterTypes.ScalarOf(parameter.Schema));
        return isList ? type.ToCollection() : type;
    }

    private static string Template(IEnumerable<Parameter> required, IEnumerable<Parameter> optional)
    {
        var literal = string.Join("&", Sorted(required).Select(parameter => $"{parameter.Name}={{{UrlTemplates.Encode(parameter.Name)}}}"));
        var expanded = string.Join(",", Sorted(optional).Select(parameter => UrlTemplates.Encode(parameter.Name) + (parameter.Explode ? "*" : "")));
        return (literal.Length > 0 ? "?" + literal : "") + (expanded.Length > 0 ? $"{{{(literal.Length > 0 ? "&" : "?")}{expanded}}}" : "");
    }

    private static IEnumerable<Parameter> Sorted(IEnumerable<Parameter> parameters) =>
        parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
}
