using System.Collections.Immutable;

namespace SpecDiff.Documents;

/// <summary>What the OpenApiClient item of the client says.</summary>
/// <param name="ClientName">The client's class.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Preconditions"><c>Required</c>, <c>Warn</c> or <c>None</c>.</param>
/// <param name="ExcludePaths">The paths that the client leaves out.</param>
internal sealed record ClientSettings(string ClientName, string Namespace, string Preconditions, string ExcludePaths)
{
    /// <summary>Those of src/SieSmart.Client.</summary>
    public static ClientSettings OfSieSmart { get; } = new("SieSmartClient", "SieSmart", "Required", "/oauth/token");

    /// <summary>The metadata as MSBuild hands it to the generator.</summary>
    public ImmutableDictionary<string, string> ToMetadata() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SourceItemGroup"] = "OpenApiClient",
        [nameof(ClientName)] = ClientName,
        [nameof(Namespace)] = Namespace,
        [nameof(Preconditions)] = Preconditions,
        [nameof(ExcludePaths)] = ExcludePaths,
    }.ToImmutableDictionary(entry => "build_metadata.AdditionalFiles." + entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase);
}
