using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A request builder.</summary>
internal sealed class RequestBuilderDraft(string @namespace, string name, string urlTemplate)
    : TypeDraft(@namespace, name, enclosing: null)
{
    public string UrlTemplate { get; set; } = urlTemplate;

    public ClientModel? Client { get; set; }

    public List<ParameterModel> PathParameters { get; } = [];

    public bool IsIndexed { get; init; }

    public List<NavigationDraft> Navigations { get; } = [];

    public List<ExecutorDraft> Executors { get; } = [];

    /// <inheritdoc/>
    public override TypeModel Freeze() => new RequestBuilderModel(
        Namespace,
        Name,
        Documentation,
        Obsolete,
        UrlTemplate,
        Client,
        PathParameters.ToEquatableArray(),
        IsIndexed,
        Navigations.OrderBy(navigation => navigation.Name, StringComparer.Ordinal).Select(navigation => navigation.Freeze()).ToEquatableArray(),
        Executors.OrderBy(executor => executor.Verb, StringComparer.Ordinal).Select(executor => executor.Freeze()).ToEquatableArray(),
        Executors.SelectMany(executor => executor.Declarations)
            .Select(declaration => declaration.Namespace)
            .Where(@namespace => @namespace != Namespace)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(@namespace => @namespace, StringComparer.Ordinal)
            .ToEquatableArray(),
        FreezeNested());
}
