using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>Makes properties and URL templates of query parameters.</summary>
internal sealed class QueryShaper(ClientOptions options, TypeShaper types, FaultList faults)
{
    /// <summary>
    /// The query parameters of an operation, each name once: those of its path, in what the operation says of them, and its own;
    /// and beside objects their members.
    /// </summary>
    public static List<Parameter> ParametersOf(Operation operation, PathItem path)
    {
        if (!HasQuery(operation.Parameters) && !HasQuery(path.Parameters))
        {
            return [];
        }

        var own = operation.Parameters.Where(parameter => parameter.Location == ParameterLocation.Query).ToList();
        var declared = path.Parameters.Where(parameter => parameter.Location == ParameterLocation.Query)
            .Select(parameter => own.Find(other => other.Name == parameter.Name) ?? parameter)
            .Concat(own)
            .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(group => (Parameter: group.First(), Members: QueryObjects.MembersOf(group.First()).ToList()))
            .ToList();
        return declared.Select(found => QueryObjects.WithoutMembers(found.Parameter, found.Members))
            .Concat(declared.SelectMany(found => found.Members))
            .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(group => group.First())
            .ToList();
    }

    /// <summary>
    /// The query part that serves all operations of a path: what all of them require is literal, what only some require
    /// is left out, and they bring a template of their own.
    /// </summary>
    public static string CommonTemplate(IReadOnlyList<List<Parameter>> operations, QueryVariables variables)
    {
        if (IsEmpty(operations))
        {
            return "";
        }

        var required = operations.Count == 0
            ? []
            : operations[0].Where(parameter => IsRequiredByAll(parameter, operations)).ToList();
        var optional = operations
            .SelectMany(parameters => parameters)
            .Where(parameter => !parameter.IsRequired && !required.Exists(other => other.Name == parameter.Name))
            .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(group => group.First());
        return Template(required, optional, variables);
    }

    /// <summary>The query part of one operation; null if the common one serves it.</summary>
    public static string? OwnTemplate(List<Parameter> parameters, IReadOnlyList<List<Parameter>> operations, QueryVariables variables) =>
        parameters.Count == 0 || parameters.TrueForAll(parameter => parameter.IsRequired
            ? IsRequiredByAll(parameter, operations)
            : operations.SelectMany(others => others).First(other => !other.IsRequired && other.Name == parameter.Name).Explode == parameter.Explode)
            ? null
            : Template(parameters.Where(parameter => parameter.IsRequired), parameters.Where(parameter => !parameter.IsRequired), variables);

    /// <summary>The properties of an operation's query parameters.</summary>
    public List<QueryParameterDraft> Shape(List<Parameter> parameters, string verb, RequestBuilderDraft builder, QueryVariables variables)
    {
        if (parameters.Count == 0)
        {
            return [];
        }

        var properties = new List<(Parameter Parameter, string Symbol, TypeUse Type, string? Obsolete)>();
        foreach (var parameter in parameters)
        {
            var symbol = SymbolOf(parameter);
            var type = TypeOf(parameter, verb, builder);
            var deprecation = parameter.Deprecation ?? InlineDeprecation(parameter);
            if (options.IsBackwardCompatible && type is { Kind: TypeKind.Enum, Declaration: { } declaration })
            {
                // Older clients took the values of an enum as text, under the plain name.
                var typed = $"{symbol}As{declaration.Name}";
                properties.Add((parameter, typed, type, deprecation));
                properties.Add((parameter, symbol, TypeUse.String with { IsCollection = type.IsCollection }, deprecation ?? $"Use {Identifiers.FromSnakeCase(typed)} instead."));
            }
            else
            {
                properties.Add((parameter, symbol, type, deprecation));
            }
        }

        return properties.Zip(NamesOf(properties.ConvertAll(property => property.Symbol)), (property, name) =>
        {
            var plain = Identifiers.FromSnakeCase(property.Symbol);
            if (name != plain)
            {
                faults.Add(DiagnosticRules.RenamedMember, property.Parameter.Position, property.Parameter.Name, $"the query of {builder.Name}", name, plain);
            }

            var variable = variables.Of(property.Parameter.Name);
            return new QueryParameterDraft(
                name,
                // The runtime sends a property without the attribute under its own name, and templates are case-sensitive.
                string.Equals(name, variable, StringComparison.Ordinal) ? null : variable,
                property.Type,
                property.Type.IsCollection ? QueryStyles.DelimiterOf(property.Parameter) : null,
                QueryStyles.KeepsReserved(property.Parameter),
                Descriptions.OfParameter(property.Parameter, property.Type.Declaration is not null, isAlwaysThere: false, fallback: null),
                property.Obsolete);
        }).ToList();
    }

    private static bool IsEmpty(IReadOnlyList<List<Parameter>> operations)
    {
        foreach (var parameters in operations)
        {
            if (parameters.Count > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasQuery(IReadOnlyList<Parameter> parameters)
    {
        for (var index = 0; index < parameters.Count; index++)
        {
            if (parameters[index].Location == ParameterLocation.Query)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether all operations send it, and in one form, so that one template can say it for all.</summary>
    private static bool IsRequiredByAll(Parameter parameter, IReadOnlyList<List<Parameter>> operations) => operations.All(others => others.Exists(other =>
        other.IsRequired && other.Name == parameter.Name && other.Explode == parameter.Explode && QueryStyles.KeepsReserved(other) == QueryStyles.KeepsReserved(parameter)));

    private static string SymbolOf(Parameter parameter)
    {
        var symbol = Identifiers.QueryParameter(parameter.Title);
        return symbol.Trim('_').Length > 0 ? symbol : Identifiers.EnumMember(parameter.Name);
    }

    /// <summary>The properties' names. One whose symbol is taken gets a number; one whose underscores keep it apart keeps them.</summary>
    private static List<string> NamesOf(List<string> symbols)
    {
        if (symbols.Count == 0)
        {
            return symbols;
        }

        var distinct = new List<string>();
        var numbered = new UniqueNames(StringComparer.OrdinalIgnoreCase, firstNumber: 0);
        foreach (var symbol in symbols)
        {
            distinct.Add(numbered.Claim(symbol));
        }

        var taken = new HashSet<string>(distinct, StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < distinct.Count; index++)
        {
            taken.Remove(distinct[index]);
            var name = Identifiers.FromSnakeCase(distinct[index]);
            if (!taken.Contains(name))
            {
                distinct[index] = name;
            }

            taken.Add(distinct[index]);
        }

        var names = new UniqueNames(StringComparer.Ordinal);
        return distinct.Select(Identifiers.Raise).Select(name => names.Claim(ReservedNames.QueryParameter(name))).ToList();
    }

    /// <summary>Why a schema without a name should not be used any more: there is no type that could say it.</summary>
    private static string? InlineDeprecation(Parameter parameter) =>
        (parameter.Schema ?? parameter.ContentSchema) is { Reference: null } schema ? schema.Deprecation : null;

    private TypeUse TypeOf(Parameter parameter, string verb, RequestBuilderDraft builder)
    {
        if (parameter.Schema is null)
        {
            return TypeUse.String;
        }

        var schema = ParameterTypes.Unwrap(parameter.Schema);
        var name = verb + Identifiers.Pascal(parameter.Name) + "QueryParameterType";
        var type = ParameterTypes.EnumOf(schema) is { } values
            ? types.Use(values, new TypeName(builder.Namespace, name, name, Enclosing: null))
            : new TypeUse(ParameterTypes.ScalarOf(schema));
        return ParameterTypes.IsList(schema) ? type.ToCollection() : type;
    }

    private static string Template(IEnumerable<Parameter> required, IEnumerable<Parameter> optional, QueryVariables variables)
    {
        // A list that is required can be repeated only where it expands, behind what is optional.
        var byForm = Sorted(required).ToLookup(parameter => parameter.Explode && parameter.Schema?.Target.Types.Contains("array") == true);
        var literal = string.Join("&", byForm[false].Select(parameter => $"{UrlTemplates.EncodeLiteral(parameter.Name)}={{{(QueryStyles.KeepsReserved(parameter) ? "+" : "")}{variables.Of(parameter.Name)}}}"));
        var expanded = string.Join(",", Sorted(optional).Concat(byForm[true]).Select(parameter => variables.Of(parameter.Name) + (parameter.Explode ? "*" : "")));
        return (literal.Length > 0 ? "?" + literal : "") + (expanded.Length > 0 ? $"{{{(literal.Length > 0 ? "&" : "?")}{expanded}}}" : "");
    }

    private static IEnumerable<Parameter> Sorted(IEnumerable<Parameter> parameters) =>
        parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal);
}
