using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>An operation.</summary>
/// <param name="Verb">Its verb as the document spells it, in lower case.</param>
/// <param name="IfMatchMark">What <c>x-if-match</c> says, or null.</param>
/// <param name="VersionScope">What <c>x-version-scope</c> says, or null.</param>
internal sealed record Operation(
    TextPosition Position,
    string Verb,
    string? Id,
    string? Summary,
    string? Description,
    string? Link,
    string? Deprecation,
    IReadOnlyList<Parameter> Parameters,
    RequestBody? Body,
    IReadOnlyList<Response> Responses,
    string? IfMatchMark,
    string? VersionScope,
    bool IsRetrySafe,
    Provenance? Provenance,
    Provenance? PathProvenance,
    string? ProvenanceSource)
{
    /// <summary>Where the servers stand that it has for itself and the document hasn't; null if there are none.</summary>
    public TextPosition? OwnServers { get; init; }

    /// <summary>The verbs of OpenAPI.</summary>
    public static IReadOnlyList<string> Verbs { get; } = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
}
