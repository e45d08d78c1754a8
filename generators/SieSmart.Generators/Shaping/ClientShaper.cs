using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;
using SieSmart.Generators.Shaping.Operations;
using SieSmart.Generators.Shaping.Paths;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping;

/// <summary>Decides everything about a client; printers decide nothing.</summary>
internal static class ClientShaper
{
    private const int MaximumSegments = 64;

    /// <summary>Makes a client of a document.</summary>
    public static GeneratedClient Shape(OpenApiDocument document, ClientOptions options, FaultList faults)
    {
        var paths = document.Paths.Where(path => IsWanted(path, options, faults)).ToList();
        var operations = paths.SelectMany(path => path.Operations.Where(operation => options.Paths.Allows(path.Template, operation.Verb))).ToList();
        var errors = new HashSet<Schema>(operations.SelectMany(ErrorResponses.Of).Select(error => error.ClassSchema));

        var guarded = GuardedWrites.RuleOf(options, document);
        new DocumentRules(options, document, guarded, faults).Check(paths);
        var registry = new TypeRegistry(faults);
        var names = new ComponentNames(options.Namespace, document.Components);
        var errorNames = new HashSet<string>(errors.Where(error => error.ComponentName is not null).Select(error => names.TypeOf(error.ComponentName!)), StringComparer.Ordinal);
        errors.UnionWith(document.Components.Where(component => errorNames.Contains(names.TypeOf(component.ComponentName!))));
        var types = new TypeShaper(options, new SchemaAnalysis(document.Components, faults), registry, faults, names, new DynamicReferences(document.Components), errors);
        var builders = new RequestBuilderShaper(
            options, registry, new OperationShaper(options, types, new PreconditionShaper(options, document, guarded, faults), faults), new QueryShaper(options, types, faults), faults);

        builders.Shape(PathTree.Build(paths), document);
        foreach (var schema in document.WebhookSchemas.Where(schema => SchemaAnalysis.Collapse(schema).ComponentName is not null))
        {
            types.Use(schema, new TypeName(options.Namespace + ".Models", "Webhook", "Webhook", Enclosing: null));
        }

        types.Finish();
        if (options.IsBackwardCompatible)
        {
            new OlderResponses(registry).Add();
        }

        registry.MoveTypesNamedLikeNamespaces();
        return options.Engine == ClientEngine.BuiltIn ? Freeze(registry.Types, document, options) : GuardedClientShaper.Shape(registry.Types, document, options);
    }

    private static bool IsWanted(PathItem path, ClientOptions options, FaultList faults)
    {
        if (path.Operations.Count == 0 ? !options.Paths.Allows(path.Template) : !path.Operations.Any(operation => options.Paths.Allows(path.Template, operation.Verb)))
        {
            return false;
        }

        if (path.Template.Count(character => character == '/') <= MaximumSegments)
        {
            return true;
        }

        faults.Add(DiagnosticRules.UnsupportedConstruct, path.Position, $"A path of more than {MaximumSegments} segments", "It is left out.");
        return false;
    }

    private static OperationTableModel OperationTable(IEnumerable<TypeModel> models, ClientOptions options) => new(
        options.Namespace,
        options.ClientName + "Operations",
        new Documentation($"The operations of {options.ClientName}, by which requests made by hand are recognised."),
        models.OfType<RequestBuilderModel>()
            .SelectMany(builder => builder.Executors.Select(executor => $"{builder.Namespace}.{builder.Name}.{executor.Verb}Operation"))
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray());

    private static GeneratedClient Freeze(IReadOnlyList<TypeDraft> drafts, OpenApiDocument document, ClientOptions options)
    {
        var models = EnumsInJson.Mark(drafts.Select(draft => draft.Freeze()).ToList());
        var operations = options.Mode == PreconditionMode.None ? null : OperationTable(models, options);
        if (operations is not null)
        {
            models.Add(operations);
        }

        if (options.HasRegistration)
        {
            models.Add(RegistrationShaper.Shape(document, options, operations is null ? null : $"{operations.Namespace}.{operations.Name}"));
        }

        var style = new SourceStyle(options.Accessibility, options.DirectJson ?? true, ShadowedNames.Of(models));
        return GeneratedClient.Of(options.ClientName + "." + options.Namespace, models.ConvertAll(model => new SourceFile(options.ClientName + "." + model.Namespace + "." + model.Name, model, style)));
    }
}
