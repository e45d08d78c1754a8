using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Naming;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>
/// Objects in a query. Kiota makes a text of one, which no server reads; its members are parameters of their own beside it, so
/// that what callers of Kiota's client wrote still compiles.
/// </summary>
internal static class QueryObjects
{
    private const int MaximumDepth = 20;

    /// <summary>The parameters by which the members of an object are sent; empty if it is none, or has none that can be sent.</summary>
    public static IEnumerable<Parameter> MembersOf(Parameter parameter)
    {
        var isDeep = parameter.Style == "deepObject";
        return ObjectOf(parameter) is not { } schema || !(isDeep || IsSpread(parameter))
            ? []
            : PropertiesOf(schema).Where(property => property.Name.Length > 0 && IsScalar(property.Schema)).Select(property => new Parameter(
                property.Schema.Position,
                isDeep ? $"{parameter.Name}[{property.Name}]" : property.Name,
                ParameterLocation.Query,
                IsRequired: false,
                Style: null,
                Explode: true,
                property.Schema,
                ContentSchema: null,
                IsReserved: false,
                AllowsReserved: false,
                property.Schema.Description ?? property.Schema.Target.Description,
                parameter.Deprecation ?? property.Schema.Deprecation)
            {
                Title = $"{parameter.Name}.{property.Name}",
            });
    }

    /// <summary>The parameter itself: where it is an object and its members are sent, nothing has to be sent under its name.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="members">Those of <see cref="MembersOf"/>.</param>
    public static Parameter WithoutMembers(Parameter parameter, IReadOnlyList<Parameter> members) => members.Count == 0
        ? parameter
        : parameter with
        {
            IsRequired = false,
            Deprecation = parameter.Deprecation ?? (IsUnion(parameter) ? null : $"It is an object, and text is not what the API reads: set its members, such as {Identifiers.Raise(Identifiers.FromSnakeCase(Identifiers.QueryParameter(members[0].Title)))}, instead."),
        };

    /// <summary>The object that a parameter is, or may be; null if it can be none.</summary>
    public static Schema? ObjectOf(Parameter parameter) => parameter.Schema is { } schema
        ? SchemaAnalysis.UnionMembers(SchemaAnalysis.Collapse(schema)).Prepend(schema).Select(SchemaAnalysis.Collapse).FirstOrDefault(SchemaAnalysis.IsObject)
        : null;

    /// <summary>Whether a parameter may be something else than an object as well.</summary>
    public static bool IsUnion(Parameter parameter) => SchemaAnalysis.UnionMembers(SchemaAnalysis.Collapse(parameter.Schema!)).Count > 0;

    /// <summary>Whether the members of an object are sent under their own names.</summary>
    public static bool IsSpread(Parameter parameter) => parameter.Style is null or "form" && parameter.Explode;

    /// <summary>Whether a value stands in a query as it is.</summary>
    public static bool IsScalar(Schema schema)
    {
        var meant = SchemaAnalysis.Collapse(schema);
        return !SchemaAnalysis.IsObject(meant) && !SchemaAnalysis.IsArray(meant);
    }

    /// <summary>The members of an object with those of what it is made of, each name once.</summary>
    public static IReadOnlyList<SchemaProperty> PropertiesOf(Schema schema)
    {
        var properties = new List<SchemaProperty>();
        Add(schema, 0);
        return properties;

        void Add(Schema part, int depth)
        {
            properties.AddRange(part.Target.Properties.Where(property => !properties.Exists(other => other.Name == property.Name)));
            if (depth < MaximumDepth)
            {
                foreach (var other in part.Target.AllOf)
                {
                    Add(other, depth + 1);
                }
            }
        }
    }
}
