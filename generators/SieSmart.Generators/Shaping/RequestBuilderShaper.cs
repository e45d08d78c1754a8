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
        Shape(root, client, BaseUrl, options.ClientName);
    }

    private void Shape(PathNode node, RequestBuilderDraft builder, string urlTemplate, string bodyPrefix)
    {
        AddExecutors(node, builder, urlTemplate, bodyPrefix);
        builder.Obsolete = DeprecationOf(node);
        var taken = new UniqueNames(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            var names = SegmentNames.Of(child.Segment!, node.Segment?.Text ?? "");
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

            Shape(child, target, template, names.BodyPrefix);
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
        builder.UrlTemplate = urlTemplate + QueryShaper.CommonTemplate(parameters);
        for (var index = 0; index < found.Count; index++)
        {
            var (path, operation) = found[index];
            var verb = Identifiers.Pascal(operation.Verb);
            var own = QueryShaper.OwnTemplate(parameters[index], parameters);
            builder.Executors.Add(operations.Shape(
                operation, path, node, builder, bodyPrefix, own is null ? null : urlTemplate + own, queries.Shape(parameters[index], verb, builder)));
        }
    }

    private static string Title((PathItem Path, Operation Operation) found) => found.Operation.Verb.ToUpperInvariant() + " " + found.Path.Template;

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
            var parameter = declared.Find(candidate => names.Contains(candidate.Name, StringComparer.OrdinalIgnoreCase) && candidate.Schema is not null);
            var type = segment.Extension is null && parameter is not null ? TypeOf(parameter.Schema!) : TypeKind.String;
            return new ParameterModel(
                segment.Kind == PathSegmentKind.Parameter ? "position" : identifiers.Claim(Identifiers.Parameter(name)),
                UrlTemplates.Encode(name),
                new TypeReference(type),
                Descriptions.Of(parameter?.Description, $"The path parameter {name}."));
        }).ToList();
    }

    /// <summary>The type of a path parameter; a binary one has no form in a path but text.</summary>
    private static TypeKind TypeOf(Schema schema) =>
        ParameterTypes.EnumOf(schema) is not null || ParameterTypes.IsList(schema) || ParameterTypes.ScalarOf(schema) is TypeKind.ByteArray
            ? TypeKind.String
            : ParameterTypes.ScalarOf(schema);

    private static string? BaseUrlOf(OpenApiDocument document)
    {
        if (document.ServerUrls.Count == 0)
        {
            return null;
        }

        var first = document.ServerUrls[0];
        var secure = first.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https://" + first.Substring("http://".Length) : first;
        var url = (document.ServerUrls.Contains(secure) ? secure : first).TrimEnd('/');
        return url.Length > 0 ? url : null;
    }
}
