using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A model class.</summary>
internal sealed class ClassDraft(string @namespace, string name, string ownName, Schema schema, ClassDraft? owner)
    : TypeDraft(@namespace, name, enclosing: null)
{
    /// <summary>The name before anything was added to keep it apart: what the names of its unnamed children begin with.</summary>
    public string OwnName { get; } = ownName;

    public Schema Schema { get; } = schema;

    /// <summary>The class whose property it belongs to; null for a class with a name of its own.</summary>
    public ClassDraft? Owner { get; } = owner;

    public ClassDraft? Base { get; set; }

    public bool IsError { get; set; }

    public bool HasAdditionalData { get; set; }

    public DiscriminatorDraft? Discriminator { get; set; }

    public List<PropertyDraft> Properties { get; } = [];

    /// <inheritdoc/>
    public override TypeModel Freeze() => new ClassModel(
        Namespace,
        Name,
        Documentation,
        Obsolete,
        Base?.FullName,
        IsError,
        HasAdditionalData,
        IsError ? ErrorMessage() : null,
        Discriminator?.Freeze(),
        Properties.OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => property.Freeze()).ToEquatableArray(),
        FreezeNested());

    private string ErrorMessage()
    {
        if (Properties.Find(property => property.IsPrimaryErrorMessage && IsText(property)) is { } primary)
        {
            return primary.Name + " ?? string.Empty";
        }

        foreach (var property in Properties.Where(property => property.Type is { IsCollection: false, Declaration: ClassDraft }))
        {
            if (((ClassDraft)property.Type.Declaration!).Properties.Find(inner => inner.IsPrimaryErrorMessage && IsText(inner)) is { } nested)
            {
                return $"{property.Name}?.{nested.Name} ?? string.Empty";
            }
        }

        return Properties.Find(property => property.WireName == "message" && IsText(property)) is { } message
            ? message.Name + " ?? string.Empty"
            : "base.Message";
    }

    private static bool IsText(PropertyDraft property) => property.Type is { Kind: TypeKind.String, IsCollection: false };
}
