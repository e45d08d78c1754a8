using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The wrapper of a union.</summary>
internal sealed class ComposedTypeDraft(string @namespace, string name, TypeDraft? enclosing, bool isExclusive)
    : TypeDraft(@namespace, name, enclosing)
{
    /// <summary>True for oneOf, false for anyOf.</summary>
    public bool IsExclusive { get; } = isExclusive;

    public List<KeyValuePair<string, TypeUse>> Members { get; } = [];

    public DiscriminatorDraft? Discriminator { get; set; }

    /// <summary>The same wrapper under another name.</summary>
    public ComposedTypeDraft WithName(string name)
    {
        var copy = new ComposedTypeDraft(Namespace, name, Enclosing, IsExclusive)
        {
            Documentation = Documentation,
            Obsolete = Obsolete,
            Discriminator = Discriminator,
        };
        copy.Members.AddRange(Members);
        return copy;
    }

    /// <inheritdoc/>
    public override TypeModel Freeze()
    {
        var members = Members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => new ComposedTypeMember(member.Key, member.Value.Freeze()))
            .ToList();
        return new ComposedTypeModel(
            Namespace,
            Name,
            Documentation,
            Obsolete,
            IsExclusive,
            Discriminator?.Freeze(),
            members.Where(IsSingleObject).ToEquatableArray(),
            members.Where(member => !IsSingleObject(member)).OrderBy(ProbeRank).ToEquatableArray());
    }

    private static bool IsSingleObject(ComposedTypeMember member) => member.Type is { IsParsable: true, IsCollection: false };

    /// <summary>Kiota tries oneOf's enums before its scalars and anyOf's after them; lists come last.</summary>
    private int ProbeRank(ComposedTypeMember member) => member.Type switch
    {
        { IsCollection: true, IsParsable: true } => 3,
        { IsCollection: true } => 4,
        { Kind: TypeKind.Enum } => IsExclusive ? 0 : 2,
        _ => 1,
    };
}
