using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The constants of a string whose list of values is open.</summary>
internal sealed class KnownValuesDraft(string @namespace, string name, EquatableArray<KnownValue> values)
    : TypeDraft(@namespace, name, enclosing: null)
{
    /// <inheritdoc/>
    public override TypeModel Freeze() => new KnownValuesModel(Namespace, Name, Documentation, values);
}
