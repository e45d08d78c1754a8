using SieSmart.Generators.Configuration;
using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Drafts;

namespace SieSmart.Generators.Shaping;

/// <summary>Decides what is guarded of a client that others generate: of its types only the names matter, but for constants, which Kiota's tool doesn't make.</summary>
internal static class GuardedClientShaper
{
    /// <summary>Makes what goes beside the client.</summary>
    public static GeneratedClient Shape(IReadOnlyList<TypeDraft> drafts, OpenApiDocument document, ClientOptions options)
    {
        var types = drafts.Select(draft => draft.Freeze()).ToList();
        var builders = types.OfType<RequestBuilderModel>().OrderBy(FullNameOf, StringComparer.Ordinal).ToList();
        var names = FieldNames(builders.SelectMany(builder => builder.Executors));
        var isGuarding = options.Mode != PreconditionMode.None;
        var operations = new OperationListModel(
            options.Namespace,
            options.ClientName + "Operations",
            new Documentation($"The operations of {options.ClientName}, by which requests made by hand are recognised."),
            builders.SelectMany(builder => builder.Executors)
                .Select(executor => new DescribedOperation(names[executor], executor.Operation))
                .OrderBy(operation => operation.FieldName, StringComparer.Ordinal)
                .ToEquatableArray());
        var models = new List<TypeModel>();
        if (isGuarding)
        {
            models.Add(operations);
        }

        if (options.Engine == ClientEngine.Kiota)
        {
            // The tool knows nothing of them, so none of its types has such a name. Of a client that was there before, nobody can say.
            models.AddRange(types.OfType<KnownValuesModel>());
        }

        if (options.HasRegistration)
        {
            models.Add(RegistrationShaper.Shape(document, options, isGuarding ? FullNameOf(operations) : null));
        }

        var style = new SourceStyle(options.Accessibility, HasDirectJson: false, ShadowedNames.Of(models));
        var client = GeneratedClient.Of(
            options.ClientName + "." + options.Namespace,
            models.ConvertAll(model => new SourceFile(options.ClientName + "." + FullNameOf(model), model, style)));
        return !isGuarding ? client : client with
        {
            Guarded = new GuardedClientModel(
                options.Namespace,
                options.ClientName + "Guards",
                builders.Where(builder => builder.Client is not null).Select(FullNameOf).Single(),
                FullNameOf(operations),
                options.Mode == PreconditionMode.Required,
                builders.Select(builder => Guarded(builder, names)).Where(builder => !builder.Executors.IsEmpty).ToEquatableArray(),
                style),
        };
    }

    private static GuardedBuilderModel Guarded(RequestBuilderModel builder, Dictionary<ExecutorModel, string> names) => new(
        FullNameOf(builder),
        builder.Executors.Where(executor => executor.Owner == ExecutorOwner.Both).Select(executor => new GuardedExecutorModel(executor, names[executor])).ToEquatableArray());

    private static string FullNameOf(TypeModel model) => model.Namespace + "." + model.Name;

    private static Dictionary<ExecutorModel, string> FieldNames(IEnumerable<ExecutorModel> executors)
    {
        var names = new Dictionary<ExecutorModel, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal) { "All" };
        foreach (var executor in executors)
        {
            var name = executor.Verb + Words(executor.Operation.PathTemplate);
            var unique = name;
            for (var number = 2; !taken.Add(unique); number++)
            {
                unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            names[executor] = unique;
        }

        return names;
    }

    private static string Words(string path) => string.Concat(path
        .Split('/', '{', '}', '-', '.', '_', '(', ')', '=', ',', '\'', '$', '@', ':')
        .Select(word => new string(word.Where(char.IsLetterOrDigit).ToArray()))
        .Where(word => word.Length > 0)
        .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
