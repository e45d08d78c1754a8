using System.Text.RegularExpressions;
using SieSmart.Generators.Positions;

namespace SpecDiff.Wire;

/// <summary>An operation, as the wire sees it.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="PathPosition">Where its path stands.</param>
/// <param name="Verb">Its verb in capitals.</param>
/// <param name="Path">Its path as written.</param>
/// <param name="Id">Its operationId, or null.</param>
/// <param name="IsDeprecated">Whether it is deprecated.</param>
/// <param name="IsRetrySafe">Whether the document says that it may be sent twice.</param>
/// <param name="Servers">The servers that it names itself, as text.</param>
/// <param name="Security">The credentials that it wants, as text; empty if it wants none.</param>
/// <param name="Parameters">Its parameters and those of its path.</param>
/// <param name="Body">Its body, or null.</param>
/// <param name="Responses">Its answers.</param>
/// <param name="Callbacks">What the server sends because of it.</param>
internal sealed partial record WireOperation(
    TextPosition Position,
    TextPosition PathPosition,
    string Verb,
    string Path,
    string? Id,
    bool IsDeprecated,
    bool IsRetrySafe,
    string Servers,
    string Security,
    IReadOnlyList<WireParameter> Parameters,
    WireBody? Body,
    IReadOnlyList<WireResponse> Responses,
    IReadOnlyList<WireOperation> Callbacks)
{
    /// <summary>How people call it.</summary>
    public string Title => Verb + " " + Path;

    /// <summary>What tells it from others on the wire, which does not see the names of path parameters.</summary>
    public string Key => Verb + " " + Shape(Path);

    /// <summary>Whether an answer that says success brings an ETag.</summary>
    public bool ReturnsETag => Responses.Any(response => response.IsSuccess && response.HasETag);

    /// <summary>Whether the document names the header that guards a write.</summary>
    public bool DeclaresIfMatch => Parameters.Any(parameter => parameter.IsIfMatch);

    /// <summary>A path without the names of its parameters.</summary>
    public static string Shape(string path) => Names().Replace(path, "{}");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex Names();
}
