using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The name under which callers of older clients know a response class.</summary>
internal sealed class OlderResponseDraft(string @namespace, string name, TypeDraft response)
    : TypeDraft(@namespace, name, enclosing: null)
{
    /// <inheritdoc/>
    public override TypeModel Freeze() => new OlderResponseModel(Namespace, Name, Documentation, Obsolete, response.FullName);
}
