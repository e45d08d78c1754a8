using System.Collections.Immutable;

namespace SpecDiff.Documents;

/// <summary>What the OpenApiClient item of the client says.</summary>
/// <param name="Metadata">Its metadata by name. What is not there has its default; paths in it are full ones.</param>
internal sealed record ClientSettings(ImmutableDictionary<string, string> Metadata)
{
    private const string OverlayName = "Overlay";
    private const string AccessibilityName = "Accessibility";
    private const string EngineName = "Engine";
    private const string PreconditionsName = "Preconditions";
    private static readonly char[] Separators = [';', '|', '\n'];

    /// <summary>The paths of the overlays that change both documents, in their order.</summary>
    public IEnumerable<string> Overlays => Split(Metadata.GetValueOrDefault(OverlayName, ""));

    /// <summary>Settings from metadata as somebody wrote it.</summary>
    /// <param name="metadata">Names and values.</param>
    /// <param name="folder">The folder in which relative paths begin.</param>
    public static ClientSettings Of(IEnumerable<KeyValuePair<string, string>> metadata, string folder) => new(metadata.ToImmutableDictionary(
        entry => entry.Key,
        entry => IsOverlay(entry.Key) ? string.Join('|', Split(entry.Value).Select(path => Path.GetFullPath(path, folder))) : entry.Value,
        StringComparer.OrdinalIgnoreCase));

    /// <summary>The same settings, but for what others say as well.</summary>
    public ClientSettings OverriddenBy(ClientSettings others) => new(Metadata.SetItems(others.Metadata));

    /// <summary>The metadata as MSBuild hands it to the generator.</summary>
    public ImmutableDictionary<string, string> ToMetadata() => WithoutEngine()
        // Callers of an internal client are in its project; they see as much as others see of a public one.
        .Remove(AccessibilityName)
        .SetItem("SourceItemGroup", "OpenApiClient")
        .ToImmutableDictionary(entry => "build_metadata.AdditionalFiles." + entry.Key, entry => entry.Value, StringComparer.OrdinalIgnoreCase)
        // What a reference that leads nowhere should have led to can't be compared.
        .Add("openapi_diagnostic.SIE2002.severity", "error");

    // What others make has the same types, and Kiota's calls beside the guards, as they are with Warn.
    private ImmutableDictionary<string, string> WithoutEngine()
    {
        var isBuiltIn = string.Equals(Metadata.GetValueOrDefault(EngineName, "BuiltIn"), "BuiltIn", StringComparison.OrdinalIgnoreCase);
        var isUnguarded = string.Equals(Metadata.GetValueOrDefault(PreconditionsName, ""), "None", StringComparison.OrdinalIgnoreCase);
        var own = Metadata.Remove(EngineName);
        return isBuiltIn || isUnguarded ? own : own.SetItem(PreconditionsName, "Warn");
    }

    private static bool IsOverlay(string name) => OverlayName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string paths) => paths.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
