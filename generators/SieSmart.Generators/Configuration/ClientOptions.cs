using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Configuration;

/// <summary>What an OpenApiClient item says.</summary>
/// <param name="ClientName">The name of the client class.</param>
/// <param name="Namespace">The namespace of the client class.</param>
/// <param name="Mode">What the client does about If-Match.</param>
/// <param name="Rule">Which writes are guarded; null to follow the document.</param>
/// <param name="Exempt">Writes that are not guarded, as <c>VERB /path</c>.</param>
/// <param name="VersionScope">The version scope of operations for which the document names none, or null.</param>
/// <param name="ProvenanceDefault">The provenance of what the document does not mark.</param>
/// <param name="Paths">Which operations the client has.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="IsBackwardCompatible">Whether the client has the members that Kiota keeps for callers of older clients.</param>
/// <param name="TraceIdHeader">The response header by which the vendor finds a request; null to follow the document.</param>
/// <param name="Severities">The severities that the project's <c>.editorconfig</c> gives to rules about this document.</param>
internal sealed record ClientOptions(
    string ClientName,
    string Namespace,
    PreconditionMode Mode,
    PreconditionRule? Rule,
    EquatableArray<string> Exempt,
    string? VersionScope,
    Provenance ProvenanceDefault,
    PathFilter Paths,
    string Accessibility,
    bool IsBackwardCompatible,
    string? TraceIdHeader,
    EquatableArray<RuleSeverity> Severities);
