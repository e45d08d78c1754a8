using System.Collections.Immutable;
using System.Globalization;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;
using SpecDiff.Documents;

namespace SpecDiff.Wire;

/// <summary>Reads the operations of a document, with what the generator has no use for and the wire has.</summary>
internal sealed class WireReader(ApiDescription api)
{
    private readonly ReferenceResolver _references = api.References;

    /// <summary>The operations in the order of the document.</summary>
    public IReadOnlyList<WireOperation> Operations() =>
        [.. Entries(api.Root, "paths").Where(entry => entry.Name.StartsWith('/')).SelectMany(entry => PathOperations(entry.Name, entry.Position, entry.Value))];

    /// <summary>What the server sends on its own.</summary>
    public IReadOnlyList<WireOperation> Webhooks() =>
        [.. Entries(api.Root, "webhooks").SelectMany(entry => PathOperations(entry.Name, entry.Position, entry.Value))];

    /// <summary>The servers of the document.</summary>
    public IReadOnlyList<string> Servers() => [.. ServersOf(api.Root)];

    private IEnumerable<WireOperation> PathOperations(string path, TextPosition position, DocumentNode value)
    {
        if (Mapping(value) is not { } item)
        {
            yield break;
        }

        // A path item may have content beside its reference.
        var own = value as MappingNode ?? item;
        foreach (var entry in item.Entries.Concat(own.Entries).Where(entry => Operation.Verbs.Contains(entry.Name)).DistinctBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (Mapping(entry.Value) is { } operation)
            {
                yield return ReadOperation(path, position, item, entry, operation);
            }
        }
    }

    private WireOperation ReadOperation(string path, TextPosition pathPosition, MappingNode item, MappingEntry entry, MappingNode operation)
    {
        var names = WireOperation.Names().Matches(path).Select(match => match.Value.Trim('{', '}')).ToList();
        var parameters = Parameters(operation, names);
        var inherited = Parameters(item, names).Where(parameter => !parameters.Exists(own => own.Key == parameter.Key));
        return new WireOperation(
            entry.Position,
            pathPosition,
            entry.Name.ToUpperInvariant(),
            path,
            operation.Text("operationId"),
            operation.IsTrue("deprecated"),
            operation.Text(Extensions.Retry) == "safe",
            string.Join(", ", ServersOf(operation).DefaultIfEmpty(string.Join(", ", ServersOf(item)))),
            Security(operation["security"] ?? api.Root["security"]),
            [.. parameters.Concat(inherited)],
            Mapping(operation["requestBody"]) is { } body ? new WireBody(operation["requestBody"]!.Position, body.IsTrue("required"), Content(body)) : null,
            [.. Entries(operation, "responses").Where(response => !response.Name.StartsWith("x-", StringComparison.Ordinal)).Select(Response).OfType<WireResponse>()],
            [.. Entries(operation, "callbacks").SelectMany(Callbacks)]);
    }

    private IEnumerable<WireOperation> Callbacks(MappingEntry callback) => Mapping(callback.Value) is { } expressions
        ? expressions.Entries.SelectMany(entry => PathOperations(callback.Name + " " + entry.Name, entry.Position, entry.Value))
        : [];

    private WireResponse? Response(MappingEntry entry) => Mapping(entry.Value) is not { } response ? null : new WireResponse(
        entry.Position,
        entry.Name.ToUpperInvariant(),
        Entries(response, "headers").ToDictionary(header => header.Name, header => Mapping(header.Value)?["schema"], StringComparer.OrdinalIgnoreCase),
        Content(response));

    private List<WireParameter> Parameters(MappingNode node, List<string> pathNames)
    {
        var parameters = new List<WireParameter>();
        foreach (var parameter in node.Items("parameters").Select(Mapping).OfType<MappingNode>())
        {
            var location = parameter.Text("in") ?? "";
            var name = parameter.Text("name") ?? "";
            var number = location == "path" ? pathNames.IndexOf(name) + 1 : 0;
            parameters.Add(new WireParameter(
                parameter.Position,
                number > 0 ? number.ToString(CultureInfo.InvariantCulture) : name,
                location,
                parameter.IsTrue("required"),
                Spelling(parameter, location),
                parameter["schema"]));
        }

        return parameters;
    }

    private string Spelling(MappingNode parameter, string location)
    {
        var style = parameter.Text("style") ?? (location is "query" or "cookie" ? "form" : "simple");
        var explode = parameter["explode"] is null ? style == "form" : parameter.IsTrue("explode");
        return style + (explode ? ", explode" : "") + (parameter.IsTrue("allowReserved") ? ", allowReserved" : "") +
            (parameter["content"] is { } content ? ", content " + Canonical.Text(content, _references) : "");
    }

    private WireMedia[] Content(MappingNode node) =>
        [.. Entries(node, "content").Select(entry => new WireMedia(entry.Name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), Mapping(entry.Value)?["schema"]))];

    private IEnumerable<string> ServersOf(MappingNode node) => node.Items("servers").OfType<MappingNode>().Select(ServerOf);

    private string ServerOf(MappingNode server) =>
        (server.Text("url") ?? "") + (server["variables"] is { } variables ? " " + Canonical.Text(variables, _references) : "");

    /// <summary>The alternatives, sorted: their order means nothing.</summary>
    private string Security(DocumentNode? node) => node is not SequenceNode { Items.Length: > 0 } alternatives ? "" : string.Join(" or ", alternatives.Items
        .OfType<MappingNode>()
        .Select(alternative => alternative.Entries.Length == 0 ? "none" : string.Join(" and ", alternative.Entries.Select(Scheme).Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal));

    private string Scheme(MappingEntry entry)
    {
        var schemes = Mapping(Mapping(api.Root["components"])?["securitySchemes"]);
        var scopes = entry.Value is SequenceNode { Items.Length: > 0 } list ? " " + Canonical.Text(list, _references) : "";
        return entry.Name + " " + Canonical.Text(schemes?[entry.Name], _references) + scopes;
    }

    private ImmutableArray<MappingEntry> Entries(MappingNode node, string key) => Mapping(node[key]) is { } mapping ? mapping.Entries : [];

    private MappingNode? Mapping(DocumentNode? node) => _references.Resolve(node) as MappingNode;
}
