using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The wrapper of a union.</summary>
internal sealed class ComposedTypeDraft(string @namespace, string name, TypeDraft? enclosing, bool isExclusive)
    : TypeDraft(@namespace, name, enclosing)
{
    /// <summary>True for oneOf, false for anyOf.</summary>
    public bool IsExclusive { get; } = isExclusive;

    public List<ComposedTypeMemberDraft> Members { get; } = [];

    public DiscriminatorDraft? Discriminator { get; set; }

    /// <summary>The same wrapper under another name.</summary>
    public ComposedTypeDraft WithName(string name)
    {
        var copy = new ComposedTypeDraft(Namespace, name, Enclosing, IsExclusive)
        {
            OwnName = OwnName,
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
        var drafts = Members.OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
        var overlapping = IsExclusive ? [] : Overlapping(drafts);
        var members = drafts.ConvertAll(member => member.Freeze(IsToldByShape(member), overlapping.Contains(member)));
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

    /// <summary>
    /// Of single objects one is chosen, if they exclude each other, else those that it can be; lists are told by their items where there are
    /// several lists of objects.
    /// </summary>
    private bool IsToldByShape(ComposedTypeMemberDraft member) => IsObject(member)
        ? IsExclusive || (Members.Count(IsObject) > 1 && Members.Where(IsObject).All(KeepsUnknown))
        : member.IsListOfShapes && Members.Count(other => other.IsListOfShapes) > 1;

    private static bool IsObject(ComposedTypeMemberDraft member) => member.Type is { Kind: TypeKind.Object, IsCollection: false };

    /// <summary>Whether it has room for what only an alternative that was not taken knows.</summary>
    private static bool KeepsUnknown(ComposedTypeMemberDraft member) => member.Type.Declaration is ClassDraft { KeepsUnknown: true };

    /// <summary>The single objects that declare a member which one behind them declares as well.</summary>
    private static HashSet<ComposedTypeMemberDraft> Overlapping(List<ComposedTypeMemberDraft> all)
    {
        var overlapping = new HashSet<ComposedTypeMemberDraft>();
        var behind = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Enumerable.Reverse(all).Where(member => IsObject(member) && member.Shape is not null))
        {
            var names = member.Shape!.Members.Select(declared => declared.WireName).ToList();
            if (behind.Overlaps(names))
            {
                overlapping.Add(member);
            }

            behind.UnionWith(names);
        }

        return overlapping;
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
