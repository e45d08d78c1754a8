using SieSmart.Generators.Configuration;
using SieSmart.Generators.Reading.OpenApi;

namespace SpecDiff.CommandLine;

/// <summary>All that an OpenApiClient item can say.</summary>
internal static class ItemOptions
{
    private static readonly string[] Flag = ["true", "false"];
    private static readonly string[] Accessibilities = ["public", "internal"];

    /// <summary>An option for each metadata, new ones each time.</summary>
    public static IReadOnlyList<ItemOption> Create() =>
    [
        ItemOption.Text("ClientName", "name", "The client's class", "ApiClient"),
        ItemOption.Text("Namespace", "name", "Its namespace", "ApiSdk"),
        ItemOption.Choice("Engine", Enum.GetNames<ClientEngine>(), "Who makes it; one that others make is compared as if it were generated here, with guards beside Kiota's calls", nameof(ClientEngine.BuiltIn)),
        ItemOption.Choice("Preconditions", Enum.GetNames<PreconditionMode>(), "What it does about If-Match", nameof(PreconditionMode.Required)),
        ItemOption.Choice("PreconditionRule", Enum.GetNames<PreconditionRule>(), "Which writes are guarded; by default the document decides"),
        ItemOption.Text("PreconditionExempt", "operations", "Writes that are not, such as 'POST /search', separated by semicolons"),
        ItemOption.Text("VersionScope", "path", "Whose ETag guards operations"),
        ItemOption.Choice("ProvenanceDefault", Enum.GetNames<Provenance>(), "How sure what has no mark is", nameof(Provenance.Documented)),
        ItemOption.Text("IncludePaths", "patterns", "What it has, separated by semicolons; by default everything"),
        ItemOption.Text("ExcludePaths", "patterns", "What it leaves out, separated by semicolons"),
        ItemOption.Text("Overlay", "paths", "What corrects both documents before they are read, separated by semicolons"),
        ItemOption.Choice("Accessibility", Accessibilities, "Of its types; those of an internal client are compared as if they were public", "public"),
        ItemOption.Choice("BackwardCompatible", Flag, "Whether it has what older versions of Kiota generated", "false"),
        ItemOption.Choice("DirectJson", Flag, "Whether its models read and write JSON by themselves", "true"),
        ItemOption.Choice("Registration", Flag, "Whether it has a method that registers it", "true"),
        ItemOption.Text("TraceIdHeader", "header", "The answers' id of a request"),
    ];
}
