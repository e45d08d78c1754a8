using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A type while the client takes shape: others may refer to it before its name is final.</summary>
internal abstract class TypeDraft(string @namespace, string name, TypeDraft? enclosing)
{
    // Asked for wherever the type is used, and made of the text before it: that of one type is always the same.
    private string? _fullName;
    private string? _before;

    /// <summary>The namespace; that of the outermost type if it is nested.</summary>
    public string Namespace { get; set; } = @namespace;

    public string Name { get; } = name;

    /// <summary>The name before anything was added to keep it apart: what the names of its unnamed parts, and of what holds it in a union, are made of.</summary>
    public string OwnName { get; init; } = name;

    /// <summary>The type around it, or null.</summary>
    public TypeDraft? Enclosing { get; } = enclosing;

    public string FullName
    {
        get
        {
            var before = Enclosing?.FullName ?? Namespace;
            if (_fullName is null || !ReferenceEquals(before, _before))
            {
                (_before, _fullName) = (before, before + "." + Name);
            }

            return _fullName;
        }
    }

    public Documentation Documentation { get; set; } = new("");

    public string? Obsolete { get; set; }

    /// <summary>The wrappers of unions nested in it.</summary>
    public List<ComposedTypeDraft> Nested { get; } = [];

    /// <summary>The finished type.</summary>
    public abstract TypeModel Freeze();

    protected EquatableArray<ComposedTypeModel> FreezeNested() =>
        Nested.OrderBy(nested => nested.Name, StringComparer.Ordinal).Select(nested => (ComposedTypeModel)nested.Freeze()).ToEquatableArray();
}
