using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Naming;
using SieSmart.Generators.Shaping.Paths;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>Makes executors of operations.</summary>
internal sealed class OperationShaper(ClientOptions options, TypeShaper types, PreconditionShaper preconditions, FaultList faults)
{
    private static readonly string[] CodesOfRedirection = ["301", "302", "303", "307"];
    private static readonly string[] CodesWithoutContent = ["201", "202", "204", "205", "304", .. CodesOfRedirection];
    private static readonly string[] CodesOfSuccess = ["200", "201", "202", "203", "206", "2XX"];

    /// <summary>Makes the executor of one operation.</summary>
    public ExecutorDraft Shape(
        Operation operation, PathItem path, PathNode node, RequestBuilderDraft builder, string bodyPrefix, string? urlTemplate, IReadOnlyList<QueryParameterDraft> query)
    {
        // What the operations before this one lead to is named after their paths.
        types.Finish();
        var verb = Identifiers.Pascal(operation.Verb);
        var success = SuccessSchema(operation);
        CheckOtherSuccesses(operation, success);
        ErrorResponses.Check(operation, faults);
        var result = success is null ? ResultWithoutSchema(operation) : TypeOfBody(success, Name(builder, bodyPrefix, verb + "Response"));
        var model = preconditions.Shape(operation, path);
        var owner = OwnerOf(model.Precondition);
        var provenance = operation.Provenance ?? options.ProvenanceDefault;
        return new ExecutorDraft(
            verb,
            owner,
            owner == ExecutorOwner.Preconditions && model.Precondition == PreconditionKind.Versioned,
            model,
            operation.Body is null ? null : Body(operation.Body, Name(builder, bodyPrefix, verb + "RequestBody"), schema => Name(builder, PrefixOf(schema, node, bodyPrefix), verb + "RequestBody")),
            result,
            options.IsBackwardCompatible,
            Accept(operation, success),
            urlTemplate,
            query,
            Errors(operation, builder, PrefixOf(success, node, bodyPrefix), bodyPrefix),
            Descriptions.OfOperation(operation, path.Template, provenance),
            operation.Deprecation ?? BodyDeprecation(operation),
            options.Mode != PreconditionMode.None && provenance == Provenance.Inferred);
    }

    /// <summary>Why an unnamed body should not be used any more: there is no type that could say it.</summary>
    private static string? BodyDeprecation(Operation operation)
    {
        foreach (var response in operation.Responses)
        {
            if (Deprecation(response.Content) is { } deprecation)
            {
                return deprecation;
            }
        }

        return operation.Body is null ? null : Deprecation(operation.Body.Content);
    }

    private static string? Deprecation(IReadOnlyList<MediaType> content)
    {
        foreach (var mediaType in content)
        {
            if (mediaType.Schema is { Reference: null, Deprecation: { } deprecation })
            {
                return deprecation;
            }
        }

        return null;
    }

    private ExecutorOwner OwnerOf(PreconditionKind precondition) =>
        precondition is PreconditionKind.None or PreconditionKind.Unversioned ? ExecutorOwner.Kiota
        : options.Mode == PreconditionMode.Warn || options.Engine != ClientEngine.BuiltIn ? ExecutorOwner.Both
        : ExecutorOwner.Preconditions;

    private static TypeName Name(RequestBuilderDraft builder, string bodyPrefix, string suffix) =>
        new(builder.Namespace, bodyPrefix + suffix, bodyPrefix.Length == 0 ? suffix : bodyPrefix, builder, Segment: bodyPrefix);

    private static Schema? SuccessSchema(Operation operation)
    {
        foreach (var code in CodesOfSuccess)
        {
            if (ResponseTo(operation, code) is { } response && MediaTypes.FirstStructured(response.Content)?.Schema is { } schema)
            {
                return schema;
            }
        }

        return null;
    }

    private static Response? ResponseTo(Operation operation, string code)
    {
        foreach (var response in operation.Responses)
        {
            if (response.Code == code)
            {
                return response;
            }
        }

        return null;
    }

    /// <summary>A method has one result: what another status returns in its place is read as that.</summary>
    private void CheckOtherSuccesses(Operation operation, Schema? success)
    {
        if (success is null)
        {
            return;
        }

        var read = operation.Responses.First(response => MediaTypes.FirstStructured(response.Content)?.Schema == success);
        foreach (var other in operation.Responses.Where(response => response != read && response.Code.StartsWith("2", StringComparison.Ordinal) && response.Content.Count > 0))
        {
            if (MediaTypes.FirstStructured(other.Content)?.Schema is not { } schema || !(AreSame(schema, success) || SchemaAnalysis.AreAlike(schema, success)))
            {
                faults.Add(
                    DiagnosticRules.UnsupportedConstruct,
                    other.Position,
                    $"The body of response {other.Code.ToLowerInvariant()}, which is another than that of {read.Code.ToLowerInvariant()},",
                    "It is read as if it were that one. Describe one schema for both, such as a oneOf of the two; or read the answer yourself, with a native response handler of Kiota's.");
            }
        }
    }

    private static TypeUse? ResultWithoutSchema(Operation operation)
    {
        if (operation.Verb == "head")
        {
            return null;
        }

        if (operation.Responses.Any(response => CodesOfRedirection.Contains(response.Code) && response.Content.Any(content => content.Name == "application/octet-stream")))
        {
            return TypeUse.Stream;
        }

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

    private BodyDraft? Body(RequestBody body, TypeName name, Func<Schema?, TypeName> nameOfParts)
    {
        var words = Descriptions.Of(body.Description, "The request body.");
        if (body.Content.Count == 0)
        {
            return null;
        }

        var structured = body.Content.Where(content => content.Schema is not null && MediaTypes.IsStructured(content.Name)).ToList();
        if (structured.Count > 0 && MediaTypes.IsMultipart(structured[0].Name) && MultipartBodies.PartsOf(structured, body.Content.Count) is { } parts)
        {
            return OfParts(structured[0], parts, nameOfParts(structured[0].Schema), words);
        }

        if (structured.Count == 0)
        {
            var isOpen = body.Content.Count > 1 || body.Content[0].Name.Contains('*');
            return new BodyDraft(TypeUse.Stream, isOpen ? null : body.Content[0].Name, BodySetter.SetStreamContent, words);
        }

        var schema = structured[0].Schema!;
        var contentType = structured
            .Where(content => AreSame(content.Schema!, schema))
            .OrderBy(content => MediaTypes.Rank(content.Name))
            .ThenBy(content => MediaTypes.IsRange(content.Name))
            .ThenBy(content => MediaTypes.HasParameters(content.Name))
            .First().Name;
        if (MediaTypes.IsMultipart(contentType))
        {
            // Kiota makes a model of it, which its writer of such bodies refuses.
            return OfParts(structured[0], MultipartBodies.PartsOf(schema), nameOfParts(schema), words);
        }

        var type = TypeOfBody(schema, name);
        FormBodies.Check(contentType, schema, structured[0].Encoding, faults);
        return new BodyDraft(type, MediaTypes.Sent(contentType), SetterOf(type), words);
    }

    private BodyDraft OfParts(MediaType mediaType, IReadOnlyList<Schema> parts, TypeName name, Documentation words)
    {
        MultipartBodies.Check(mediaType, faults);
        UseParts(parts, name);
        return new BodyDraft(new TypeUse(TypeKind.MultipartBody), MediaTypes.Multipart, BodySetter.SetContentFromParsable, words);
    }

    /// <summary>Makes the types of parts; of those without a name only the first can have the body's.</summary>
    private void UseParts(IReadOnlyList<Schema> parts, TypeName name)
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
        .Select(mediaType => MediaTypes.Accepted(mediaType.Name));

    /// <summary>Whether two uses mean one schema: a reference to the same, or the same place of the document.</summary>
    private static bool AreSame(Schema left, Schema right) => left.Target == right.Target;

    private List<ErrorDraft> Errors(Operation operation, RequestBuilderDraft builder, string prefix, string segment)
    {
        var errors = new List<ErrorDraft>();
        foreach (var error in ErrorResponses.Of(operation))
        {
            // What several operations share lives beside the components.
            var ownName = Identifiers.Pascal(prefix + error.Code + "Error");
            var name = new TypeName(error.IsShared ? options.Namespace + ".Models" : builder.Namespace, ownName, ownName, builder, Segment: segment);
            if (Find(errors, error.Code) is null && types.Use(error.ClassSchema, name).Declaration is { } declaration)
            {
                errors.Add(new ErrorDraft(error.Code, declaration, Descriptions.Brief(error.Description)));
            }
        }

        if (Find(errors, "4XX") is { } client && client.Declaration == Find(errors, "5XX")?.Declaration)
        {
            errors.RemoveAll(error => error.Code is "4XX" or "5XX");
            errors.Add(client with { Code = "XXX" });
        }

        return errors;
    }

    private static ErrorDraft? Find(List<ErrorDraft> errors, string code)
    {
        foreach (var error in errors)
        {
            if (error.Code == code)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>What the names of an operation's unnamed errors and parts begin with: the component that it gives or takes, if it does, else the segment.</summary>
    private static string PrefixOf(Schema? schema, PathNode node, string bodyPrefix)
    {
        if (schema?.Reference is null || schema.Target.ComponentName is not { } component)
        {
            return bodyPrefix;
        }

        var name = ComponentNames.TypeNameOf(component);
        return node.Segment?.Kind == PathSegmentKind.Parameter && PathTree.WithoutId(name) is { Length: > 0 } shortened ? shortened : name;
    }
}
