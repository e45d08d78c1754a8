using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Configuration;

/// <summary>What an OpenApiClient item says.</summary>
/// <param name="ClientName">The name of the client class.</param>
/// <param name="Namespace">The namespace of the client class.</param>
/// <param name="Engine">Who makes the client.</param>
/// <param name="Mode">What the client does about If-Match.</param>
/// <param name="Rule">Which writes are guarded; null to follow the document.</param>
/// <param name="Exempt">Writes that are not guarded, as <c>VERB /path</c>.</param>
/// <param name="VersionScope">The version scope of operations for which the document names none, or null.</param>
/// <param name="ProvenanceDefault">The provenance of what the document does not mark.</param>
/// <param name="Paths">Which operations the client has.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="IsBackwardCompatible">Whether the client has the members that Kiota keeps for callers of older clients.</param>
/// <param name="DirectJson">Whether models read and write JSON by themselves; null to do so where the runtime is there.</param>
/// <param name="HasRegistration">Whether the client gets a method that registers it, where the pipeline is there.</param>
/// <param name="TraceIdHeader">The response header by which the vendor finds a request; null to follow the document.</param>
/// <param name="Overlays">The full paths of the overlays that change the document, in their order.</param>
/// <param name="Severities">The severities that the project's <c>.editorconfig</c> gives to rules about this document.</param>
internal sealed record ClientOptions(
    string ClientName,
    string Namespace,
    ClientEngine Engine,
    PreconditionMode Mode,
    PreconditionRule? Rule,
    EquatableArray<string> Exempt,
    string? VersionScope,
    Provenance ProvenanceDefault,
    PathFilter Paths,
    string Accessibility,
    bool IsBackwardCompatible,
    bool? DirectJson,
    bool HasRegistration,
    string? TraceIdHeader,
    EquatableArray<string> Overlays,
    EquatableArray<RuleSeverity> Severities);
