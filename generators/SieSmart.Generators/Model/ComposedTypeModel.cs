namespace SieSmart.Generators.Model;

/// <summary>The wrapper of a union.</summary>
/// <param name="IsExclusive">True for oneOf: one member is set; false for anyOf: several object members may be.</param>
/// <param name="Discriminator">How object members of a oneOf are told apart, or null.</param>
/// <param name="ObjectMembers">The members that are single objects, by name.</param>
/// <param name="ValueMembers">All other members, in the order in which they are tried.</param>
internal sealed record ComposedTypeModel(
    string Namespace,
    string Name,
    Documentation Documentation,
    string? Obsolete,
    bool IsExclusive,
    DiscriminatorModel? Discriminator,
    EquatableArray<ComposedTypeMember> ObjectMembers,
    EquatableArray<ComposedTypeMember> ValueMembers)
    : TypeModel(Namespace, Name, Documentation, Obsolete);
