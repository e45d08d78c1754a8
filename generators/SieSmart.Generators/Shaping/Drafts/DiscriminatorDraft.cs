using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A discriminator whose types may not have their final names.</summary>
internal sealed record DiscriminatorDraft(string PropertyName, IReadOnlyList<KeyValuePair<string, TypeDraft>> Mappings)
{
    /// <summary>The finished discriminator.</summary>
    public DiscriminatorModel Freeze() =>
        new(PropertyName, Mappings
            .OrderBy(mapping => mapping.Key, StringComparer.Ordinal)
            .Select(mapping => new DiscriminatorMapping(mapping.Key, mapping.Value.FullName))
            .ToEquatableArray());
}
