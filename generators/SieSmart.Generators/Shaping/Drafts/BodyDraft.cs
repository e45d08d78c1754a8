using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>The body of a request.</summary>
internal sealed record BodyDraft(TypeUse Type, string? ContentType, BodySetter Setter, Documentation Documentation)
{
    /// <summary>The finished body.</summary>
    public BodyModel Freeze() => new(Type.Freeze(), ContentType, Setter, Documentation);
}
