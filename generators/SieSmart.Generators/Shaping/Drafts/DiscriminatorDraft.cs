using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A discriminator whose types may not have their final names.</summary>
internal sealed record DiscriminatorDraft(string PropertyName, IReadOnlyList<KeyValuePair<string, TypeDraft>> Mappings)
{
    /// <summary>Lets each class know by which value it is known; of several the document's first.</summary>
    public void Tell(bool isOfBase)
    {
        foreach (var mapping in Mappings.GroupBy(mapping => mapping.Value).Select(group => group.First()))
        {
            (mapping.Value as ClassDraft)?.Kinds.Add(new DiscriminatorValue(PropertyName, mapping.Key, isOfBase));
        }
    }

    /// <summary>The finished discriminator.</summary>
    public DiscriminatorModel Freeze() =>
        new(PropertyName, Mappings
            .OrderBy(mapping => mapping.Key, StringComparer.Ordinal)
            .Select(mapping => new DiscriminatorMapping(mapping.Key, mapping.Value.FullName))
            .ToEquatableArray());
}
