namespace SieSmart.Generators.Model;

/// <summary>A model class.</summary>
/// <param name="BaseFullName">The full name of the generated base class, or null.</param>
/// <param name="IsError">Whether it is thrown, and so derives from Kiota's ApiException.</param>
/// <param name="HasAdditionalData">Whether it keeps properties that the document does not name (and no base class does).</param>
/// <param name="ErrorMessage">The expression that its Message returns; null if it is no error.</param>
/// <param name="Discriminator">How derived classes are told apart, or null.</param>
/// <param name="Properties">Its own properties, sorted by name.</param>
/// <param name="Assigned">
/// What the constructor assigns beside the defaults of its own properties: those that it has for properties of a base, and the values by
/// which discriminators know it.
/// </param>
/// <param name="NestedTypes">The wrappers of unions that belong to its properties.</param>
internal sealed record ClassModel(
    string Namespace,
    string Name,
    Documentation Documentation,
    string? Obsolete,
    string? BaseFullName,
    bool IsError,
    bool HasAdditionalData,
    string? ErrorMessage,
    DiscriminatorModel? Discriminator,
    EquatableArray<PropertyModel> Properties,
    EquatableArray<AssignedValue> Assigned,
    EquatableArray<ComposedTypeModel> NestedTypes)
    : TypeModel(Namespace, Name, Documentation, Obsolete);
