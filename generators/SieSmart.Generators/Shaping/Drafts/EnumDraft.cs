using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>An enum.</summary>
internal sealed class EnumDraft(string @namespace, string name, bool isFlags, EquatableArray<EnumMemberModel> members)
    : TypeDraft(@namespace, name, enclosing: null)
{
    public EquatableArray<EnumMemberModel> Members { get; } = members;

    /// <inheritdoc/>
    public override TypeModel Freeze() => new EnumModel(Namespace, Name, Documentation, Obsolete, isFlags, Members, IsInJson: true);
}
