using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>One alternative of a union whose type's name may not be final.</summary>
/// <param name="Name">The name of the wrapper's property.</param>
/// <param name="Type">Its type.</param>
/// <param name="Position">Which alternative of the document it is.</param>
/// <param name="Shape">What it looks like, or its items do, if that is an object; else null.</param>
internal sealed record ComposedTypeMemberDraft(string Name, TypeUse Type, int Position, ObjectShape? Shape)
{
    /// <summary>Whether it is a list of objects of which is known what they look like.</summary>
    public bool IsListOfShapes => Type is { Kind: TypeKind.Object, IsCollection: true } && Shape is not null;

    /// <summary>The finished member.</summary>
    /// <param name="byShape">Whether its shape tells it from others.</param>
    /// <param name="overlaps">Whether it is an object of several at once, and one behind it declares a member of the same name.</param>
    public ComposedTypeMember Freeze(bool byShape, bool overlaps) => new(
        Name,
        Type.Freeze(),
        Position,
        byShape ? Shape ?? new ObjectShape([]) : null,
        Type.Declaration is not ClassDraft draft ? [] : draft.OwnKind().Select(kind => kind.PropertyName).ToEquatableArray(),
        Type.Declaration is not ClassDraft preset ? [] : preset.Preset().ToEquatableArray(),
        overlaps);
}
