namespace SieSmart.Generators.Model;

/// <summary>A request builder, or the client itself.</summary>
/// <param name="UrlTemplate">Its URL template.</param>
/// <param name="Client">What only the client has; null for all others.</param>
/// <param name="PathParameters">The arguments that its constructor takes besides the adapter.</param>
/// <param name="IsIndexed">Whether an indexer of another builder leads to it.</param>
/// <param name="Navigations">Where one can go from here, sorted by name.</param>
/// <param name="Executors">Its operations, sorted by verb.</param>
/// <param name="ModelNamespaces">The namespaces of the models that its operations take and give, sorted.</param>
/// <param name="NestedTypes">The wrappers of unions that belong to its operations.</param>
internal sealed record RequestBuilderModel(
    string Namespace,
    string Name,
    Documentation Documentation,
    string? Obsolete,
    string UrlTemplate,
    ClientModel? Client,
    EquatableArray<ParameterModel> PathParameters,
    bool IsIndexed,
    EquatableArray<NavigationModel> Navigations,
    EquatableArray<ExecutorModel> Executors,
    EquatableArray<string> ModelNamespaces,
    EquatableArray<ComposedTypeModel> NestedTypes)
    : TypeModel(Namespace, Name, Documentation, Obsolete);
