using SieSmart.Generators.Model;

namespace SieSmart.Generators.Shaping.Drafts;

/// <summary>A query parameter.</summary>
internal sealed record QueryParameterDraft(
    string Name, string? TemplateName, TypeUse Type, Documentation Documentation, string? Obsolete)
{
    /// <summary>The finished parameter.</summary>
    public QueryParameterModel Freeze() => new(Name, TemplateName, Type.Freeze(), Documentation, Obsolete);
}
