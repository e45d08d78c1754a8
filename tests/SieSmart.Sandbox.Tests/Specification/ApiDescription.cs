using YamlDotNet.RepresentationModel;

namespace SieSmart.Sandbox.Tests.Specification;

/// <summary>The OpenAPI document, as far as the walk needs it.</summary>
internal sealed class ApiDescription
{
    private static readonly IReadOnlyList<string> Methods = ["get", "put", "post", "patch", "delete"];

    private ApiDescription(YamlMappingNode root)
    {
        Root = root;
        Operations = [.. OperationsOf(root.Find("paths")!), .. CallbacksOf(root.Find("paths")!)];
    }

    public YamlMappingNode Root { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static string TextOfTheSpec
        => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "siesmart.openapi.yaml"));

    public static ApiDescription Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return new ApiDescription((YamlMappingNode)stream.Documents[0].RootNode);
    }

    public YamlNode Resolve(YamlNode node) => node.Text("$ref") is { } reference ? Target(reference) : node;

    /// <summary>The schema itself and the name that it goes by: a component's, or the one given.</summary>
    public (string Name, YamlNode Schema) ResolveSchema(string name, YamlNode schema)
    {
        // A reference with marks beside it has to be written as an allOf of one.
        if (schema.Find("allOf") is YamlSequenceNode { Children: [var only] })
        {
            return ResolveSchema(name, only);
        }

        return schema.Text("$ref") is { } reference ? (reference[(reference.LastIndexOf('/') + 1)..], Target(reference)) : (name, schema);
    }

    /// <summary>The operation of a request; literal segments go before parameters.</summary>
    public ApiOperation? Find(string method, string path) => Operations
        .Where(operation => operation.Method == method && operation.Matches(path))
        .OrderBy(operation => operation.Path.Count(character => character == '{'))
        .FirstOrDefault();

    private YamlNode Target(string reference)
        => reference.Split('/').Skip(1).Aggregate(
            (YamlNode)Root,
            (node, key) => node.Find(key) ?? throw new InvalidDataException($"'{reference}' leads nowhere."));

    private static IEnumerable<ApiOperation> OperationsOf(YamlNode paths)
        => from path in paths.Entries
           from operation in path.Value.Entries
           where Methods.Contains(operation.Key)
           select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value, IsCallback: false);

    private static IEnumerable<ApiOperation> CallbacksOf(YamlNode paths)
        => from operation in OperationsOf(paths)
           where operation.Node.Find("callbacks") is not null
           from callback in operation.Node.Find("callbacks")!.Entries
           from sent in OperationsOf(callback.Value)
           select sent with { IsCallback = true };
}
