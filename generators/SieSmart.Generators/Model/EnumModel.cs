namespace SieSmart.Generators.Model;

/// <summary>An enum.</summary>
/// <param name="IsFlags">Whether its members may be combined.</param>
/// <param name="Members">Its members, in the order of the document.</param>
/// <param name="IsInJson">Whether a model or a union has a value of it, and not parameters alone.</param>
internal sealed record EnumModel(
    string Namespace,
    string Name,
    Documentation Documentation,
    string? Obsolete,
    bool IsFlags,
    EquatableArray<EnumMemberModel> Members,
    bool IsInJson)
    : TypeModel(Namespace, Name, Documentation, Obsolete);
