using System.Collections.Immutable;
using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;
using SieSmart.Generators.Shaping.Operations;
using SieSmart.Generators.Shaping.Paths;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping;

/// <summary>Makes request builders of the tree of paths.</summary>
internal sealed class RequestBuilderShaper(
    ClientOptions options, TypeRegistry registry, OperationShaper operations, QueryShaper queries, FaultList faults)
{
    private const string BaseUrl = "{+baseurl}";

    private readonly Dictionary<PathNode, QueryVariables> _queryVariables = [];

    /// <summary>Makes the client and all builders below it.</summary>
    public void Shape(PathNode root, OpenApiDocument document)
    {
        var server = ServerAddress.Of(document);
        var client = new RequestBuilderDraft(options.Namespace, registry.Claim(options.Namespace, options.ClientName, default), BaseUrl)
        {
            Client = new ClientModel(server, server is not null && ServerAddress.IsWhole(server), options.Mode == PreconditionMode.Required),
            Documentation = Descriptions.Of(document.Title is null ? null : $"The client of {document.Title}.", "The root of all request builders."),
        };
        registry.Add(client);
        Shape(root, client, BaseUrl, options.ClientName, ["baseurl"]);
    }

    private void Shape(PathNode node, RequestBuilderDraft builder, string urlTemplate, string bodyPrefix, ImmutableArray<string> variablesAbove)
    {
        AddExecutors(node, builder, urlTemplate, bodyPrefix);
        builder.Obsolete = DeprecationOf(node);
        var taken = new UniqueNames(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            var names = SegmentNames.Of(child.Segment!, node.Segment?.Text ?? "");
            var @namespace = builder.Client is null ? builder.Namespace : options.Namespace;
            @namespace += names.NamespacePart.Length == 0 ? "" : "." + names.NamespacePart;
            var variables = VariablesOf(child, variablesAbove);
            var template = urlTemplate + "/" + child.Segment!.Replace(name => variables[name]);
            var path = PathOf(child);
            var target = registry.Add(new RequestBuilderDraft(@namespace, registry.Claim(@namespace, names.ClassPrefix + "RequestBuilder", PositionOf(child)), template)
            {
                IsIndexed = names.Navigation.Length == 0,
                Documentation = Descriptions.Of(child.Items.Select(item => item.Description).FirstOrDefault(words => words is not null), $"Builds and sends requests to {Documentation.Code(path)}."),
            });
            var parameters = ParametersOf(child, variables);
            if (child.Segment.Kind == PathSegmentKind.Mixed)
            {
                target.PathParameters.AddRange(parameters);
            }

            Shape(child, target, template, names.BodyPrefix, variablesAbove.AddRange(variables.Values));
            var navigation = names.Navigation.Length == 0 ? "" : taken.Claim(ReservedNames.Navigation(names.Navigation, builder.Name));
            if (navigation != names.Navigation)
            {
                faults.Add(DiagnosticRules.RenamedMember, PositionOf(child), child.Segment.Text, builder.Name, navigation, names.Navigation);
            }

            builder.Navigations.Add(new NavigationDraft(
                navigation,
                target,
                parameters.ToEquatableArray(),
                options.IsBackwardCompatible && navigation.Length == 0 && parameters[0].Type.Kind != TypeKind.String,
                new Documentation($"The request builder of {Documentation.Code(path)}."),
                target.Obsolete));
        }
    }

    private IEnumerable<(PathItem Path, Operation Operation)> OperationsOf(PathNode node) => node.Items
        .SelectMany(item => item.Operations.Select(operation => (Path: item, Operation: operation)))
        .Where(pair => options.Paths.Allows(pair.Path.Template, pair.Operation.Verb));

    private QueryVariables QueryVariablesOf(PathNode node)
    {
        if (!_queryVariables.TryGetValue(node, out var variables))
        {
            variables = new QueryVariables(OperationsOf(node).SelectMany(pair => QueryShaper.ParametersOf(pair.Operation, pair.Path)).Select(parameter => parameter.Name).ToList());
            _queryVariables.Add(node, variables);
        }

        return variables;
    }

    private void AddExecutors(PathNode node, RequestBuilderDraft builder, string urlTemplate, string bodyPrefix)
    {
        var found = OperationsOf(node)
            .GroupBy(pair => pair.Operation.Verb, StringComparer.Ordinal)
            .Select(group =>
            {
                foreach (var other in group.Skip(1))
                {
                    faults.Add(
                        DiagnosticRules.CollidingOperations,
                        other.Operation.Position,
                        Title(group.First()),
                        Title(other),
                        "differ only in the name of a parameter, so a server can't tell them apart",
                        "Only the first is generated.");
                }

                return group.First();
            })
            .ToList();
        var parameters = found.ConvertAll(pair => QueryShaper.ParametersOf(pair.Operation, pair.Path));
        var variables = QueryVariablesOf(node);
        urlTemplate = WithReserved(urlTemplate, node);
        builder.UrlTemplate = urlTemplate + QueryShaper.CommonTemplate(parameters, variables);
        for (var index = 0; index < found.Count; index++)
        {
            var (path, operation) = found[index];
            var verb = Identifiers.Pascal(operation.Verb);
            foreach (var parameter in operation.Parameters)
            {
                QueryStyles.Check(parameter, faults);
            }

            foreach (var parameter in path.Parameters)
            {
                QueryStyles.Check(parameter, faults);
            }

            var own = QueryShaper.OwnTemplate(parameters[index], parameters, variables);
            builder.Executors.Add(operations.Shape(
                operation, path, node, builder, bodyPrefix, own is null ? null : urlTemplate + own, queries.Shape(parameters[index], verb, builder, variables)));
        }
    }

    /// <summary>
    /// The variables of a segment's parameters. The runtime can't send two of one name, be it that of a query parameter; a
    /// server sees none of them.
    /// </summary>
    private Dictionary<string, string> VariablesOf(PathNode node, ImmutableArray<string> above)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = node.Segment!.Parameters.Count == 0 ? [] : new HashSet<string>(above.Concat(node.AndBelow.SelectMany(place => QueryVariablesOf(place).All)), StringComparer.Ordinal);
        foreach (var name in node.Segment.Parameters.Distinct(StringComparer.Ordinal))
        {
            variables.Add(name, UrlTemplates.Encode(name, taken));
            taken.Add(variables[name]);
        }

        return variables;
    }

    /// <summary>The template of a path, some of whose parameters may have slashes in them.</summary>
    private static string WithReserved(string urlTemplate, PathNode node) =>
        OperationsFirst(node.Items)
            .Where(parameter => parameter.IsReserved && parameter.Location == ParameterLocation.Path)
            .Select(parameter => UrlTemplates.Encode(parameter.Name))
            .Distinct(StringComparer.Ordinal)
            .Aggregate(urlTemplate, (template, variable) => template.Replace($"{{{variable}}}", $"{{+{variable}}}"));

    private static string Title((PathItem Path, Operation Operation) found) => found.Operation.Verb.ToUpperInvariant() + " " + found.Path.Template;

    private string? DeprecationOf(PathNode node)
    {
        var all = node.Items.SelectMany(item => item.Operations.Where(operation => options.Paths.Allows(item.Template, operation.Verb))).ToList();
        return all.Count > 0 && all.TrueForAll(operation => operation.Deprecation is not null) ? all[0].Deprecation : null;
    }

    private static string PathOf(PathNode node) => node.Parent is null ? "" : PathOf(node.Parent) + "/" + node.Segment!.Text;

    private static TextPosition PositionOf(PathNode node) => node.ItemsBelow.Select(item => item.Position).FirstOrDefault();

    private static List<ParameterModel> ParametersOf(PathNode node, Dictionary<string, string> variables)
    {
        var segment = node.Segment!;
        if (segment.Kind == PathSegmentKind.Literal)
        {
            return [];
        }

        var isIndexer = segment.Kind == PathSegmentKind.Parameter;
        var declared = (isIndexer ? OperationsFirst(node.Describing) : node.ItemsBelow.SelectMany(item => item.Parameters.Concat(item.Operations.SelectMany(operation => operation.Parameters))))
            .Where(parameter => parameter.Location == ParameterLocation.Path)
            .ToList();
        var identifiers = new UniqueNames(StringComparer.Ordinal);
        return segment.Parameters.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).Select(name =>
        {
            var names = isIndexer ? node.ParameterNames : [name];
            var parameter = declared.Find(candidate => names.Contains(candidate.Name, StringComparer.OrdinalIgnoreCase));
            var nameInWords = $"The path parameter {Documentation.Code(name)}.";
            return new ParameterModel(
                isIndexer ? "position" : identifiers.Claim(Identifiers.Parameter(name)),
                variables[name],
                segment.Extension is not null || parameter is null ? new TypeReference(TypeKind.String) : TypeOf(isIndexer ? parameter.Schema : parameter.Schema ?? parameter.ContentSchema, isIndexer),
                parameter is null ? new Documentation(nameInWords) : Descriptions.OfParameter(parameter, hasType: false, isAlwaysThere: true, nameInWords));
        }).ToList();
    }

    private static IEnumerable<Parameter> OperationsFirst(IReadOnlyList<PathItem> items) =>
        items.SelectMany(item => item.Operations).SelectMany(operation => operation.Parameters).Concat(items.SelectMany(item => item.Parameters));

    /// <summary>The type of a path parameter. A binary one has no form in a path but text; nor has a list that an indexer takes.</summary>
    private static TypeReference TypeOf(Schema? schema, bool isIndexer)
    {
        if (schema is null)
        {
            return new TypeReference(TypeKind.String);
        }

        var isList = ParameterTypes.IsList(schema);
        var scalar = ParameterTypes.ScalarOf(schema);
        return new TypeReference(scalar is TypeKind.ByteArray || (isList && isIndexer) ? TypeKind.String : scalar, IsCollection: isList && !isIndexer);
    }
}
