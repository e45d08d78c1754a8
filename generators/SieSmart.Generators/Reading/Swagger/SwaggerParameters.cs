using System.Collections.Immutable;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Swagger;

/// <summary>Takes parameters of Swagger 2.0 apart: those that OpenAPI 3.0 still calls so, and those that make up a body.</summary>
internal sealed class SwaggerParameters(MappingNode root, SwaggerSchemas schemas)
{
    private const string Pointer = "#/parameters/";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    // What a parameter says of itself; all else that stands there speaks of its value.
    private static readonly HashSet<string> OwnKeys = new(StringComparer.Ordinal) { "$ref", "name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "schema" };

    /// <summary>The shared parameters that are no bodies, by their names.</summary>
    public MappingNode Shared(MappingNode parameters) => new(
        parameters.Position,
        parameters.Entries.Where(entry => LocationOf(entry.Value) is not ("body" or "formData")).Select(entry => entry with { Value = Convert(entry.Value) }).ToImmutableArray());

    /// <summary>The parameters of a list that are no bodies.</summary>
    public SequenceNode WithoutBody(SequenceNode parameters) =>
        new(parameters.Position, parameters.Items.Where(item => LocationOf(item) is not ("body" or "formData")).Select(Convert).ToImmutableArray());

    /// <summary>The body that parameters make up; null if there is none.</summary>
    /// <param name="parameters">The parameters, the nearest first.</param>
    /// <param name="consumes">The media types that the operation takes; null where nothing is said.</param>
    public MappingNode? Body(IReadOnlyList<DocumentNode> parameters, SequenceNode? consumes)
    {
        if (parameters.Select(Target).OfType<MappingNode>().FirstOrDefault(parameter => LocationOf(parameter) == "body") is { } body)
        {
            var schema = body["schema"] is { } said ? schemas.Convert(said) : null;
            var mediaType = Nodes.Mapping(body.Position, Nodes.Entry("schema", schema));
            return Nodes.Mapping(
                body.Position,
                Nodes.Entry("description", body["description"]),
                Nodes.Entry("required", body["required"]),
                Nodes.Entry("content", Content(MediaTypes(consumes, "application/json", body.Position), mediaType)));
        }

        var fields = parameters.Select(Target).OfType<MappingNode>().Where(parameter => LocationOf(parameter) == "formData" && parameter["name"] is ScalarNode).ToList();
        return fields.Count == 0 ? null : FormBody(fields, consumes);
    }

    /// <summary>A header of an answer.</summary>
    public MappingNode Header(MappingNode header) => Nodes.Mapping(
        header.Position,
        header.Entries.Where(IsOwn),
        Nodes.Entry("schema", ValueOf(header)));

    /// <summary>The media types that are said, or the one that is meant where nothing is.</summary>
    public static IEnumerable<ScalarNode> MediaTypes(SequenceNode? said, string meant, TextPosition position) =>
        said?.Items.OfType<ScalarNode>().ToList() is { Count: > 0 } types ? types : [Nodes.Text(position, meant)];

    /// <summary>What has the same description in several media types.</summary>
    public static MappingNode Content(IEnumerable<ScalarNode> mediaTypes, MappingNode description)
    {
        var types = mediaTypes.ToList();
        return Nodes.Mapping(types[0].Position, types.Select(type => new MappingEntry(type.Position, type.Value, description)));
    }

    private MappingNode FormBody(List<MappingNode> fields, SequenceNode? consumes)
    {
        var position = fields[0].Position;
        var hasFile = fields.Exists(field => field["type"] is ScalarNode { Value: "file" });
        var properties = fields.Select(field => new MappingEntry(field.Position, ((ScalarNode)field["name"]!).Value, FieldOf(field)));
        var required = fields.Where(field => field.IsTrue("required")).Select(field => field["name"]!).ToImmutableArray();
        var schema = Nodes.Mapping(
            position,
            Nodes.Entry("type", Nodes.Text(position, "object")),
            Nodes.Entry("properties", Nodes.Mapping(position, properties)),
            Nodes.Entry("required", required.IsEmpty ? null : new SequenceNode(position, required)));
        return Nodes.Mapping(position, Nodes.Entry("content", Content(
            MediaTypes(consumes, hasFile ? Multipart : Form, position), Nodes.Mapping(position, Nodes.Entry("schema", schema)))));
    }

    private MappingNode FieldOf(MappingNode field) => Nodes.Mapping(field.Position, Nodes.Entry("description", field["description"]), ValueOf(field).Entries);

    private DocumentNode Convert(DocumentNode parameter)
    {
        if (parameter is not MappingNode node || node.Reference is not null)
        {
            return parameter;
        }

        var (style, explode) = StyleOf(node);
        return Nodes.Mapping(
            node.Position,
            node.Entries.Where(IsOwn),
            Nodes.Entry("style", style is null ? null : Nodes.Text(node.Position, style)),
            Nodes.Entry("explode", explode is { } flag ? Nodes.Flag(node.Position, flag) : null),
            Nodes.Entry("schema", ValueOf(node)));
    }

    private static bool IsOwn(MappingEntry entry) => (OwnKeys.Contains(entry.Name) && entry.Name is not ("collectionFormat" or "schema")) || entry.Name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>A list is joined with commas where nothing else is said; tabs are a style that OpenAPI 3 has no word for.</summary>
    private static (string? Style, bool? Explode) StyleOf(MappingNode parameter) =>
        parameter["type"] is not ScalarNode { Value: "array" } ? (null, null) : (parameter["collectionFormat"] as ScalarNode)?.Value switch
        {
            "multi" => (null, true),
            "ssv" => ("spaceDelimited", false),
            "pipes" => ("pipeDelimited", false),
            "tsv" => ("tabDelimited", false),
            _ => (null, false),
        };

    private MappingNode ValueOf(MappingNode parameter) =>
        (MappingNode)schemas.Convert(new MappingNode(parameter.Position, parameter.Entries.Where(entry => !OwnKeys.Contains(entry.Name)).ToImmutableArray()));

    private string? LocationOf(DocumentNode parameter) => ((Target(parameter) as MappingNode)?["in"] as ScalarNode)?.Value;

    private DocumentNode? Target(DocumentNode parameter) =>
        parameter.Reference is { Value: var reference } && reference.StartsWith(Pointer, StringComparison.Ordinal)
            ? (root["parameters"] as MappingNode)?[JsonPointer.Unescape(reference.Substring(Pointer.Length))]
            : parameter;
}
