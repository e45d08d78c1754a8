using SieSmart.Generators.Configuration;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;
using SieSmart.Generators.Shaping.Paths;

namespace SieSmart.Generators.Shaping;

/// <summary>Makes executors of operations.</summary>
internal sealed class OperationShaper(ClientOptions options, TypeShaper types, PreconditionShaper preconditions)
{
    private static readonly string[] CodesWithoutContent = ["201", "202", "204", "205", "301", "302", "303", "304", "307"];
    private static readonly string[] CodesOfSuccess = ["200", "201", "202", "203", "206", "2XX"];

    /// <summary>Makes the executor of one operation.</summary>
    public ExecutorDraft Shape(
        Operation operation, PathItem path, PathNode node, RequestBuilderDraft builder, string bodyPrefix, string? urlTemplate, IReadOnlyList<QueryParameterDraft> query)
    {
        var verb = Identifiers.Pascal(operation.Verb);
        var success = SuccessSchema(operation);
        var result = success is null ? ResultWithoutSchema(operation) : TypeOfBody(success, Name(builder, bodyPrefix, verb + "Response"));
        var model = preconditions.Shape(operation, path);
        var provenance = operation.Provenance ?? options.ProvenanceDefault;
        return new ExecutorDraft(
            verb,
            OwnerOf(model.Precondition),
            model,
            operation.Body is null ? null : Body(operation.Body, Name(builder, bodyPrefix, verb + "RequestBody")),
            result,
            options.IsBackwardCompatible,
            Accept(operation, success),
            urlTemplate,
            query,
            Errors(operation, builder, ErrorPrefix(success, node, bodyPrefix)),
            Descriptions.OfOperation(operation, path.Template, provenance),
            operation.Deprecation,
            options.Mode != PreconditionMode.None && provenance == Provenance.Inferred);
    }

    private ExecutorOwner OwnerOf(PreconditionKind precondition) =>
        precondition is PreconditionKind.None or PreconditionKind.Unversioned ? ExecutorOwner.Kiota
        : options.Mode == PreconditionMode.Warn ? ExecutorOwner.Both
        : ExecutorOwner.Preconditions;

    private static TypeName Name(RequestBuilderDraft builder, string bodyPrefix, string suffix) =>
        new(builder.Namespace, bodyPrefix + suffix, bodyPrefix, builder);

    private static Schema? SuccessSchema(Operation operation) =>
        CodesOfSuccess
            .Select(code => operation.Responses.FirstOrDefault(response => response.Code == code))
            .OfType<Response>()
            .Select(response => MediaTypes.FirstStructured(response.Content)?.Schema)
            .FirstOrDefault(schema => schema is not null);

    private static TypeUse? ResultWithoutSchema(Operation operation)
    {
        if (operation.Responses.Any(response => CodesWithoutContent.Contains(response.Code)))
        {
            return null;
        }

        return operation.Responses.Any(response => CodesOfSuccess.Contains(response.Code) && response.Content.Any(content => content.Name == "text/plain"))
            ? TypeUse.String
            : TypeUse.Stream;
    }

    private TypeUse TypeOfBody(Schema schema, TypeName name)
    {
        var type = types.Use(schema, name);
        return type is { Kind: TypeKind.ByteArray, IsCollection: false } ? TypeUse.Stream : type;
    }

    private BodyDraft? Body(RequestBody body, TypeName name)
    {
        var words = Descriptions.Of(body.Description, "The request body.");
        if (body.Content.Count == 0)
        {
            return null;
        }

        var structured = body.Content.Where(content => content.Schema is not null && MediaTypes.IsStructured(content.Name)).ToList();
        if (structured.Count > 0 && IsMultipart(structured[0]) && PartsOf(structured, body.Content.Count) is { } parts)
        {
            UseParts(parts, name);
            return new BodyDraft(new TypeUse(TypeKind.MultipartBody), MediaTypes.Multipart, BodySetter.SetContentFromParsable, words);
        }

        if (structured.Count == 0)
        {
            var isOpen = body.Content.Count > 1 || body.Content[0].Name.Contains('*');
            return new BodyDraft(TypeUse.Stream, isOpen ? null : body.Content[0].Name, BodySetter.SetStreamContent, words);
        }

        var schema = structured[0].Schema!;
        var type = TypeOfBody(schema, name);
        var contentType = structured
            .Where(content => AreSame(content.Schema!, schema))
            .OrderBy(content => MediaTypes.Rank(content.Name))
            .ThenByDescending(content => MediaTypes.Normalized(content.Name), StringComparer.OrdinalIgnoreCase)
            .First().Name;
        return new BodyDraft(type, MediaTypes.Normalized(contentType), SetterOf(type), words);
    }

    /// <summary>
    /// The parts of a multipart body that are sent one by one; null if the body is better sent as a whole. Parts whose
    /// encoding the document gives count, else, where there is no other media type, all that have an obvious one.
    /// </summary>
    private static List<Schema>? PartsOf(List<MediaType> structured, int mediaTypes)
    {
        var properties = structured[0].Schema!.Target.Properties;
        if (properties.Count == 0 || structured.Exists(mediaType => MediaTypes.Rank(mediaType.Name) < MediaTypes.Rank(MediaTypes.Multipart)))
        {
            return null;
        }

        if (structured[0].Encoding.Count > 0)
        {
            return properties
                .Where(property => structured[0].Encoding.TryGetValue(property.Name, out var mediaType) && MediaTypes.IsPreferred(mediaType))
                .Select(property => property.Schema)
                .ToList();
        }

        var parts = properties.Select(property => property.Schema).Where(IsPart).ToList();
        return parts.Count > 0 && mediaTypes == 1 ? parts : null;
    }

    private static bool IsPart(Schema schema) =>
        SchemaAnalysis.IsOnly(schema.Target, "object") ||
        (ParameterTypes.FindScalar(schema) is not null && (!ParameterTypes.IsList(schema) || ParameterTypes.EnumOf(schema) is null));

    /// <summary>Makes the types of parts; of those without a name only the first can have the body's.</summary>
    private void UseParts(List<Schema> parts, TypeName name)
    {
        var isTaken = false;
        foreach (var part in parts)
        {
            var isNamed = SchemaAnalysis.Collapse(part).ComponentName is not null;
            if (isNamed || !isTaken)
            {
                isTaken |= types.Use(part, name).Declaration is not null && !isNamed;
            }
        }
    }

    private static bool IsMultipart(MediaType mediaType) => string.Equals(mediaType.Name, MediaTypes.Multipart, StringComparison.OrdinalIgnoreCase);

    private static BodySetter SetterOf(TypeUse type) => type switch
    {
        { Kind: TypeKind.Stream } => BodySetter.SetStreamContent,
        { Kind: TypeKind.Object or TypeKind.Untyped } => BodySetter.SetContentFromParsable,
        { Kind: TypeKind.Enum, IsCollection: true } => BodySetter.SetContentFromEnumCollection,
        { Kind: TypeKind.Enum } => BodySetter.SetContentFromEnum,
        { IsCollection: true } => BodySetter.SetContentFromScalarCollection,
        _ => BodySetter.SetContentFromScalar,
    };

    private static string? Accept(Operation operation, Schema? success)
    {
        IEnumerable<string> accepted;
        if (success is not null)
        {
            accepted = Structured(operation.Responses.SelectMany(response => response.Content).Where(content => content.Schema is not null && AreSame(content.Schema, success)));
        }
        else
        {
            var isError = operation.Responses.ToLookup(response => ErrorResponses.IsError(response.Code), response => response.Content);
            accepted = isError[false].SelectMany(content => content).Select(content => MediaTypes.WithoutParameters(content.Name))
                .Concat(Structured(isError[true].SelectMany(content => content)));
        }

        var list = string.Join(", ", accepted.Distinct(StringComparer.OrdinalIgnoreCase));
        return list.Length > 0 ? list : null;
    }

    private static IEnumerable<string> Structured(IEnumerable<MediaType> content) => content
        .Where(mediaType => MediaTypes.IsStructured(mediaType.Name))
        .Select(mediaType => MediaTypes.Accepted(mediaType.Name))
        .OrderBy(mediaType => mediaType, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether two uses mean one schema: a reference to the same, or the same place of the document.</summary>
    private static bool AreSame(Schema left, Schema right) => left.Target == right.Target;

    private List<KeyValuePair<string, TypeDraft>> Errors(Operation operation, RequestBuilderDraft builder, string prefix)
    {
        var errors = new List<KeyValuePair<string, TypeDraft>>();
        foreach (var error in ErrorResponses.Of(operation))
        {
            // What several operations share lives beside the components.
            var ownName = prefix + error.Code + "Error";
            var name = new TypeName(error.IsShared ? options.Namespace + ".Models" : builder.Namespace, ownName, ownName, builder);
            if (!errors.Exists(other => other.Key == error.Code) && types.Use(error.ClassSchema, name).Declaration is { } declaration)
            {
                errors.Add(new KeyValuePair<string, TypeDraft>(error.Code, declaration));
            }
        }

        var client = errors.Find(error => error.Key == "4XX").Value;
        if (client is not null && client == errors.Find(error => error.Key == "5XX").Value)
        {
            errors.RemoveAll(error => error.Key is "4XX" or "5XX");
            errors.Add(new KeyValuePair<string, TypeDraft>("XXX", client));
        }

        return errors;
    }

    /// <summary>What the names of an operation's unnamed errors begin with: the component that it gives on success, if it does, else the segment.</summary>
    private static string ErrorPrefix(Schema? success, PathNode node, string bodyPrefix)
    {
        if (success?.Reference is null || success.Target.ComponentName is not { } component)
        {
            return bodyPrefix;
        }

        var name = ComponentNames.TypeNameOf(component);
        return node.Segment?.Kind == PathSegmentKind.Parameter && PathTree.WithoutId(name) is { Length: > 0 } shortened ? shortened : name;
    }
}
