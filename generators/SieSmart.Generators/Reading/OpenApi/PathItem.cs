using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.OpenApi;

/// <summary>A path.</summary>
/// <param name="Template">The path as written.</param>
/// <param name="Parameters">The parameters of all its operations.</param>
/// <param name="VersionScope">What <c>x-version-scope</c> says for all of them, or null.</param>
internal sealed record PathItem(
    TextPosition Position,
    string Template,
    string? Description,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<Operation> Operations,
    string? VersionScope)
{
    /// <summary>Where the servers stand that it has for itself and the document hasn't; null if there are none.</summary>
    public TextPosition? OwnServers { get; init; }
}
