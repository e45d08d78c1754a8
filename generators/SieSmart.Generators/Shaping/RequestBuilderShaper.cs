using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;
using SieSmart.Generators.Shaping.Paths;

namespace SieSmart.Generators.Shaping;

/// <summary>Makes request builders of the tree of paths.</summary>
internal sealed class RequestBuilderShaper(
    ClientOptions options, TypeRegistry registry, OperationShaper operations, QueryShaper queries, FaultList faults)
{
    private const string BaseUrl = "{+baseurl}";

    /// <summary>Makes the client and all builders below it.</summary>
    public void Shape(PathNode root, OpenApiDocument document)
    {
        var client = new RequestBuilderDraft(options.Namespace, registry.Claim(options.Namespace, options.ClientName, default), BaseUrl)
        {
            Client = new ClientModel(BaseUrlOf(document)),
            Documentation = Descriptions.Of(document.Title is null ? null : $"The client of {document.Title}.", "The root of all request builders."),
        };
        registry.Add(client);
        Shape(root, client, BaseUrl, options.ClientName, options.ClientName);
    }

    private void Shape(PathNode node, RequestBuilderDraft builder, string urlTemplate, string classPrefix, string bodyPrefix)
    {
        AddExecutors(node, builder, urlTemplate, bodyPrefix);
        builder.Obsolete = DeprecationOf(node);
        var taken = new UniqueNames(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            var names = SegmentNames.Of(child.Segment!, node.Parent is null ? "" : bodyPrefix);
            var @namespace = builder.Client is null ? builder.Namespace : options.Namespace;
            @namespace += "." + names.NamespacePart;
            var template = urlTemplate + "/" + child.Segment!.Replace(UrlTemplates.Encode);
            var path = PathOf(child);
            var target = registry.Add(new RequestBuilderDraft(@namespace, registry.Claim(@namespace, names.ClassPrefix + "RequestBuilder", PositionOf(child)), template)
            {
                Documentation = Descriptions.Of(child.Items.Select(item => item.Description).FirstOrDefault(words => words is not null), $"Builds and sends requests to {path}."),
            });
            var parameters = ParametersOf(child);
            if (child.Segment.Kind == PathSegmentKind.Mixed)
            {
                target.PathParameters.AddRange(parameters);
            }

            Shape(child, target, template, names.ClassPrefix, names.BodyPrefix);
            var navigation = names.Navigation.Length == 0 ? "" : taken.Claim(ReservedNames.Navigation(names.Navigation, builder.Name));
            builder.Navigations.Add(new NavigationDraft(
                navigation,
                target,
                parameters.ToEquatableArray(),
                Descriptions.Of(null, $"The request builder of {path}."),
                (navigation.Length == 0 ? target.Obsolete : null) ?? builder.Obsolete));
        }
    }

    private void AddExecutors(PathNode node, RequestBuilderDraft builder, string urlTemplate, string bodyPrefix)
    {
        var found = node.Items
            .SelectMany(item => item.Operations.Select(operation => (Path: item, Operation: operation)))
            .Where(pair => options.Paths.Allows(pair.Path.Template, pair.Operation.Verb))
            .GroupBy(pair => pair.Operation.Verb, StringComparer.Ordinal)
            .Select(group =>
            {
                foreach (var other in group.Skip(1))
                {
                    faults.Add(DiagnosticRules.UnsupportedConstruct, other.Operation.Position, $"A second {other.Operation.Verb.ToUpperInvariant()} on a path that differs only in the name of its parameter", $"Only that of {group.First().Path.Template} is generated.");
                }

                return group.First();
            })
            .ToList();
        var parameters = found.ConvertAll(pair => QueryShaper.ParametersOf(pair.Operation, pair.Path));
        builder.UrlTemplate = urlTemplate + QueryShaper.CommonTemplate(parameters);
        for (var index = 0; index < found.Count; index++)
        {
            var (path, operation) = found[index];
            var verb = Identifiers.Pascal(operation.Verb);
            var own = QueryShaper.OwnTemplate(parameters[index], parameters);
            builder.Executors.Add(operations.Shape(
                operation, path, builder, bodyPrefix, own is null ? null : urlTemplate + own, queries.Shape(parameters[index], verb, builder)));
        }
    }

    private string? DeprecationOf(PathNode node)
    {
        var all = node.Items.SelectMany(item => item.Operations.Where(operation => options.Paths.Allows(item.Template, operation.Verb))).ToList();
        return all.Count > 0 && all.TrueForAll(operation => operation.Deprecation is not null) ? all[0].Deprecation : null;
    }

    private static string PathOf(PathNode node) => node.Parent is null ? "" : PathOf(node.Parent) + "/" + node.Segment!.Text;

    private static Reading.TextPosition PositionOf(PathNode node) => node.ItemsBelow.Select(item => item.Position).FirstOrDefault();

    private static List<ParameterModel> ParametersOf(PathNode node)
    {
        var segment = node.Segment!;
        if (segment.Kind == PathSegmentKind.Literal)
        {
            return [];
        }

        var declared = node.ItemsBelow
            .SelectMany(item => item.Parameters.Concat(item.Operations.SelectMany(operation => operation.Parameters)))
            .Where(parameter => parameter.Location == ParameterLocation.Path)
            .ToList();
        var identifiers = new UniqueNames(StringComparer.Ordinal);
        return segment.Parameters.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).Select(name =>
        {
            var names = segment.Kind == PathSegmentKind.Parameter ? node.ParameterNames : [name];
            var parameter = declared.Find(candidate => names.Contains(candidate.Name) && candidate.Schema is not null);
            var type = segment.Extension is null && parameter is not null ? TypeOf(parameter.Schema!) : TypeKind.String;
            return new ParameterModel(
                segment.Kind == PathSegmentKind.Parameter ? "position" : identifiers.Claim(Identifiers.Parameter(name)),
                UrlTemplates.Encode(name),
                new TypeReference(type),
                Descriptions.Of(parameter?.Description, $"The path parameter {name}."));
        }).ToList();
    }

    private static TypeKind TypeOf(Schema schema)
    {
        var target = SchemaAnalysis.Collapse(schema);
        return SchemaAnalysis.IsEnum(target) ? TypeKind.String : ScalarTypes.Of(target) switch
        {
            TypeKind.Byte or TypeKind.SByte or TypeKind.Int32 => TypeKind.Int32,
            TypeKind.Single or TypeKind.Double or TypeKind.Decimal => TypeKind.Double,
            { } kind and (TypeKind.Int64 or TypeKind.Boolean or TypeKind.Guid or TypeKind.Date or TypeKind.DateTimeOffset) => kind,
            _ => TypeKind.String,
        };
    }

    private static string? BaseUrlOf(OpenApiDocument document)
    {
        if (document.ServerUrls.Count == 0)
        {
            return null;
        }

        var first = document.ServerUrls[0];
        var secure = first.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https://" + first.Substring("http://".Length) : first;
        return (document.ServerUrls.Contains(secure) ? secure : first).TrimEnd('/');
    }
}
